import {
  CATALOGUED,
  catalogueVersion,
  type FlinkOption,
  flinkOption,
  nearestKeys,
  SAMPLED_VERSIONS,
  searchOptions,
} from '@plimsoll/flink-config';
import { type FlinkVersion, versionText } from '@plimsoll/units';
import { cursorOf } from '../history/cursor.js';
import type { Page } from '../history/page.js';
import { type PageArguments, pageRequest } from '../history/page-request.js';
import { unknownParameters } from '../history/unknown-parameters.js';
import type { FieldError } from '../problem/problem.js';
import { ProblemException } from '../problem/problem-exception.js';
import type { FlinkOptionModel, FlinkOptionOfKeyModel } from './option.model.js';

/** Which options are asked for. */
export interface OptionArguments extends PageArguments {
  readonly flinkVersion?: unknown;
  readonly q?: unknown;
}

const LONGEST_QUERY = 200;
const NEWEST = versionText(SAMPLED_VERSIONS.at(-1) ?? { major: 2, minor: 3 });

/**
 * A page of the options of a version, or of those among them that are searched for.
 * @throws ProblemException INVALID_PARAMETER naming every argument that is wrong.
 */
export function optionPage(asked: OptionArguments, known: readonly string[] = []): Page<FlinkOption> {
  const q = asked.q ?? '';
  const version = versionOf(asked.flinkVersion);
  const { first, after } = pageRequest('options', asked, [
    ...(known.length === 0 ? [] : unknownParameters(asked, known)),
    ...('message' in version ? [version] : []),
    ...(typeof q === 'string' && q.length <= LONGEST_QUERY
      ? []
      : [{ pointer: '/q', message: `must be one text of at most ${LONGEST_QUERY} characters` }]),
  ]);
  const found = 'message' in version ? [] : searchOptions({ flinkVersion: version, q: String(q) });
  const start = Number(after ?? 0);
  return {
    items: found
      .slice(start, start + first)
      .map((node, at) => ({ cursor: cursorOf('options', start + at + 1), node })),
    hasNextPage: found.length > start + first,
  };
}

/**
 * The option that a key sets.
 * @throws ProblemException NOT_FOUND with the keys that were probably meant; INVALID_PARAMETER.
 */
export function optionOfKey(
  key: string,
  asked: OptionArguments,
  known: readonly string[] = [],
): FlinkOptionOfKeyModel {
  const version = versionOf(asked.flinkVersion);
  const errors = [
    ...(known.length === 0 ? [] : unknownParameters(asked, known)),
    ...('message' in version ? [version] : []),
  ];
  if ('message' in version || errors.length > 0) {
    const detail = errors.map(({ pointer, message }) => `${pointer.slice(1)} ${message}`).join('; ');
    throw new ProblemException('INVALID_PARAMETER', { detail, errors });
  }
  const found = flinkOption(version, key);
  const option = found?.option ?? found?.readBy[0]?.option;
  if (found === undefined || option === undefined || found.by === 'prefix')
    throw notThere(version, key, found?.by === 'prefix');
  return {
    ...optionModel(option),
    asked: key,
    by: found.by,
    readBy: found.readBy.map((reader) => ({ key: reader.option.key, kind: reader.kind })),
  };
}

export const optionModel = ({ defaultValue, ...option }: FlinkOption): FlinkOptionModel => ({
  ...option,
  default: defaultValue,
  enumValues: [...option.enumValues],
  fallbackKeys: [...option.fallbackKeys],
  deprecatedKeys: [...option.deprecatedKeys],
  versions: [...option.versions],
});

function notThere(version: FlinkVersion, key: string, byPrefix: boolean): ProblemException {
  const near = byPrefix ? [] : nearestKeys(version, key);
  const meant = near.map((one) =>
    one.kind === 'other-version'
      ? `${one.key} is one of Flink ${one.versions.join(', ')}`
      : `${one.key} is near`,
  );
  const why = byPrefix
    ? 'the key is read by its prefix, and no option names it'
    : meant.join('; ') || 'no key of it is near';
  const name = versionText(version);
  return new ProblemException('NOT_FOUND', {
    detail: `Flink ${name} has no such option: ${why}.`,
    nearestKeys: near,
  });
}

function versionOf(asked: unknown): FlinkVersion | FieldError {
  const text = asked ?? NEWEST;
  const version = typeof text === 'string' ? catalogueVersion(text) : undefined;
  if (version?.kind === 'ok') return version.value;
  const [rejection] = version?.rejections ?? [];
  return { pointer: '/flinkVersion', message: rejection?.message ?? `must be one version: ${CATALOGUED}` };
}
