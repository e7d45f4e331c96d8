import { catalogueOf } from '@plimsoll/flink-config';
import { type FlinkVersion, versionText } from '@plimsoll/units';
import type { ConfigReader } from '../config-reader.js';
import type { Fix, Severity } from '../finding.js';
import { mayMove } from '../may-move.js';
import { inWords, otherVersions } from '../other-versions.js';
import type { Rule, Violation } from '../rule.js';
import { entry } from '../setting-evidence.js';
import { removalOf } from './removals.js';

export const rule: Rule = {
  id: 'removed-key',
  family: 'file',
  severity: 'warning',
  title: 'This version of Flink has the key no longer',
  why: 'Flink ignores keys that it does not know. A file that came along from an older version keeps its lines, and those whose options are gone do nothing: the memory, the security or the shuffle that they asked for is the default again.',
  remedy: 'Set what took the place of the option, and take the old key out.',
  reference: 'Configuration',
  source: 'Flink documentation',
  needs: [],
  check: ({ config }) => Object.keys(config.entries).flatMap((key) => violation(config, key) ?? []),
};

function violation(config: ConfigReader, key: string): Violation | undefined {
  const versions = otherVersions(config, key);
  const last = versions?.older.at(-1);
  if (versions === null || last === undefined || key.startsWith('$internal.')) return undefined;
  const { flinkVersion } = config;
  const successors = successorsOf(config, key, last);
  const removal = removalOf(key);
  if (removal?.severity === null) return undefined;
  const fix = fixOf(config, key, successors) ?? removal?.fix?.(config, config.entries[key] ?? '');
  const instead =
    successors.length > 0 ? `It is ${successors.join(' and ')} now.` : (removal?.advice ?? 'Take it out.');
  const severity: Severity | undefined = successors.length > 0 ? undefined : removal?.severity;
  return {
    message: `Flink ${flinkVersion} ignores ${key} without a word; ${inWords(versions.older)} had it. ${instead}`,
    path: key,
    evidence: [
      entry(config, key),
      { name: 'last version that has it', value: versionText(last), unit: 'text', from: 'flink' },
    ],
    ...(severity !== undefined && { severity }),
    ...(fix !== undefined && { fix }),
  };
}

/** Options of today that the last version with the key knew by it. */
function successorsOf(config: ConfigReader, key: string, last: FlinkVersion): readonly string[] {
  const readers = catalogueOf(last).oldKeys.get(key) ?? [];
  return readers.map(({ option }) => option.key).filter((own) => config.knows(own));
}

/** The setting under its successors, where they are not set and read it. */
function fixOf(config: ConfigReader, key: string, successors: readonly string[]): Fix | undefined {
  const text = config.entries[key];
  if (text === undefined || successors.length === 0) return undefined;
  const set = Object.fromEntries(successors.filter((own) => !config.sets(own)).map((own) => [own, text]));
  const readable = Object.keys(set).every((own) => mayMove(config, key, own));
  return readable ? { set, unset: [key] } : undefined;
}
