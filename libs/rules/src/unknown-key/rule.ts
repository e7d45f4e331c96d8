import { taskManagerMemory } from '@plimsoll/memory';
import { isKafkaKey } from '../broker-key-in-flink-config/kafka-keys.js';
import type { ConfigReader } from '../config-reader.js';
import type { LintFacts } from '../facts.js';
import type { Fix } from '../finding.js';
import { mayMove } from '../may-move.js';
import { otherVersions } from '../other-versions.js';
import type { Rule, Violation } from '../rule.js';
import { beginsLikeFlink } from './first-segments.js';

/**
 * Keys that no option declares: those by which Flink's own processes speak to each other, and what its start scripts read in
 * versions whose classes do not name it.
 */
const OF_OTHERS = ['$internal.', 'internal.', 'env.java.home', 'env.log.level'];

export const rule: Rule = {
  id: 'unknown-key',
  family: 'file',
  severity: 'warning',
  title: 'Flink does not know this key',
  why: 'Flink reads the keys that it knows and says nothing of the others: a slip of spelling leaves the default in force, and the file looks right. taskmanager.process.size, which lacks “memory”, sizes nothing.',
  remedy:
    'Spell the key as this version of Flink does, or take it out. A key that a job reads itself, by GlobalConfiguration, may stay.',
  reference: 'Configuration',
  source: 'Rabbit Holes 1',
  needs: [],
  since: '1.10',
  check(facts) {
    const unknown = Object.keys(facts.config.entries).filter((key) => isUnknown(facts.config, key));
    const told = unknown.sort().slice(0, MOST_TOLD);
    const others = told.length < unknown.length ? [counted(facts.config, unknown.length - MOST_TOLD)] : [];
    return [...told.map((key) => violation(facts, key)), ...others];
  },
};

/** Of a configuration; the others are only counted. */
const MOST_TOLD = 1000;

const counted = ({ flinkVersion }: ConfigReader, more: number): Violation => ({
  message: `Flink ${flinkVersion} has no option for ${more} more keys and ignores them without a word. Take them out, or check whether this is a configuration of Flink.`,
  path: '/config',
  evidence: [{ name: 'keys', value: more, unit: 'count', from: '/config' }],
});

function isUnknown(config: ConfigReader, key: string): boolean {
  if (config.known(key) !== null || OF_OTHERS.some((begin) => key.startsWith(begin))) return false;
  return !isKafkaKey(key) && otherVersions(config, key) === null;
}

function violation({ config, spellings }: LintFacts, key: string): Violation {
  const found = spellings.nearest(config.version, key);
  const near = (found ?? [])
    .filter(({ kind }) => kind !== 'other-version')
    .filter((one) => config.known(one.key)?.option?.deprecated !== true);
  const meant = near.map((one) => one.key).join(' or ');
  const foreign = near.length === 0 && !beginsLikeFlink(config, key);
  const [nearest] = near;
  const fix = near.length === 1 && nearest !== undefined ? renamed(config, key, nearest.key) : undefined;
  const instead = foreign
    ? 'Leave it only if a job reads it itself.'
    : near.length === 0
      ? `Take it out, or check the version that it is of${found === undefined ? '; so many keys are unknown that it was not looked for what was meant' : ''}.`
      : `Probably ${meant} was meant.`;
  return {
    message: `Flink ${config.flinkVersion} has no option ${key} and ignores it without a word. ${instead}`,
    path: key,
    evidence: [{ name: 'key', value: key, unit: 'text', from: `/config/${key}` }],
    ...(foreign && { severity: 'info' }),
    ...(fix !== undefined && { fix }),
  };
}

/** The setting under the key that was meant, where that is not set, reads the text, and leaves a process that starts. */
function renamed(config: ConfigReader, key: string, meant: string): Fix | undefined {
  const text = config.entries[key];
  if (text === undefined || config.sets(meant) || !mayMove(config, key, meant)) return undefined;
  const sizes = meant.startsWith('taskmanager.memory.');
  return sizes && !starts(config, { [meant]: text }) ? undefined : { set: { [meant]: text }, unset: [key] };
}

/** Whether Flink starts a TaskManager; of a configuration with more keys than it has options that is not asked. */
function starts({ entries, flinkVersion }: ConfigReader, change: Readonly<Record<string, string>>): boolean {
  if (Object.keys(entries).length > MOST_TOLD) return false;
  return taskManagerMemory({ flinkVersion, config: { ...entries, ...change } }).kind === 'ok';
}
