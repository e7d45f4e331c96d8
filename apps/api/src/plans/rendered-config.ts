import {
  CONFIG_FORMATS,
  type ConfigFormat,
  type RenderedConfig,
  renderConfig,
  withoutBlanks,
} from '@plimsoll/flink-config';
import type { PlanConfig } from '@plimsoll/planner';
import { parseFlinkVersion } from '@plimsoll/units';
import { unknownParameters } from '../history/unknown-parameters.js';
import { ProblemException } from '../problem/problem-exception.js';
import { problemOf } from '../problem/problem-of.js';
import type { StoredPlan } from './plan-rows.js';

/** @throws ProblemException INVALID_PARAMETER naming what is missing or wrong */
export function configFormatOf(query: object): ConfigFormat {
  const asked: unknown = Reflect.get(query, 'format');
  const format = CONFIG_FORMATS.find((one) => one === asked);
  const errors = unknownParameters(query, ['format']);
  if (format !== undefined && errors.length === 0) return format;
  if (format === undefined) {
    errors.push({ pointer: '/format', message: `must be one of ${CONFIG_FORMATS.join(', ')}` });
  }
  const detail = errors.map(({ pointer, message }) => `${pointer.slice(1)} ${message}`).join('; ');
  throw new ProblemException('INVALID_PARAMETER', { detail, errors });
}

export const renderedConfigOf = ({ document }: StoredPlan, format: ConfigFormat): RenderedConfig =>
  renderedConfigIn(JSON.parse(document), format);

/**
 * The configuration that a plan recommends as a file of the plan's version, changed values with their reasons.
 * @throws ProblemException NOT_FOUND where the plan has none; INVALID_VALUE where that version cannot read such a file
 */
export function renderedConfigIn(plan: { readonly config: unknown }, format: ConfigFormat): RenderedConfig {
  const recommended = plan.config;
  if (!isPlanConfig(recommended)) {
    throw new ProblemException('NOT_FOUND', { detail: 'This plan recommends no configuration.' });
  }
  const { flinkVersion, config, changes } = recommended;
  const reasons = Object.fromEntries(
    changes.flatMap(({ key, to, reason }) => (to === null ? [] : [[key, reason]])),
  );
  const written = HOLD_NO_BLANKS.has(format) ? compact(config, flinkVersion) : config;
  const rendered = renderConfig({ flinkVersion, format, config: written, reasons });
  if (rendered.kind === 'rejected') throw problemOf(rendered.rejections, { format, config });
  return rendered.value;
}

const HOLD_NO_BLANKS: ReadonlySet<ConfigFormat> = new Set(['flink-properties']);

function compact(config: PlanConfig['config'], flinkVersion: string): PlanConfig['config'] {
  const version = parseFlinkVersion(flinkVersion);
  return version === undefined ? config : withoutBlanks(config, version);
}

const isPlanConfig = (value: unknown): value is PlanConfig =>
  typeof value === 'object' && value !== null && 'config' in value && 'changes' in value;
