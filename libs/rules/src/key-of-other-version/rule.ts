import { catalogueOf } from '@plimsoll/flink-config';
import { type FlinkVersion, versionText } from '@plimsoll/units';
import type { ConfigReader } from '../config-reader.js';
import type { Fix } from '../finding.js';
import { mayMove } from '../may-move.js';
import { inWords, otherVersions } from '../other-versions.js';
import type { Rule, Violation } from '../rule.js';
import { entry } from '../setting-evidence.js';

export const rule: Rule = {
  id: 'key-of-other-version',
  family: 'file',
  severity: 'warning',
  title: 'Only a later version of Flink knows this key',
  why: 'Documentation and examples are mostly of the newest version. A key that came later is ignored by an older Flink without a word, so the option keeps its default although the file sets it.',
  remedy: 'Write the key of this version where the option had another name, else upgrade or take it out.',
  reference: 'Configuration',
  source: 'Flink documentation',
  needs: [],
  check: ({ config }) => Object.keys(config.entries).flatMap((key) => violation(config, key) ?? []),
};

function violation(config: ConfigReader, key: string): Violation | undefined {
  const versions = otherVersions(config, key);
  const first = versions?.newer[0];
  if (versions === null || first === undefined || versions.older.length > 0) return undefined;
  if (key.startsWith('$internal.')) return undefined;
  const here = nameHere(config, key, first);
  const fix = here === undefined ? undefined : renamed(config, key, here);
  const instead =
    here === undefined ? `It needs Flink ${versionText(first)}.` : `Here the option is called ${here}.`;
  return {
    message: `Flink ${config.flinkVersion} ignores ${key} without a word; ${inWords(versions.newer)} ${versions.newer.length === 1 ? 'has' : 'have'} it. ${instead}`,
    path: key,
    evidence: [
      entry(config, key),
      { name: 'first version that has it', value: versionText(first), unit: 'text', from: 'flink' },
    ],
    ...(fix !== undefined && { fix }),
  };
}

/** The name that this version has for an option of a later one, if it had it. */
function nameHere(config: ConfigReader, key: string, later: FlinkVersion): string | undefined {
  const option = catalogueOf(later).options.get(key);
  return option?.deprecatedKeys.find((old) => config.knows(old));
}

function renamed(config: ConfigReader, key: string, here: string): Fix | undefined {
  const text = config.entries[key];
  if (text === undefined || config.sets(here)) return undefined;
  return mayMove(config, key, here) ? { set: { [here]: text }, unset: [key] } : undefined;
}
