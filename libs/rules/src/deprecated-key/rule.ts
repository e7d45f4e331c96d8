import type { ConfigReader } from '../config-reader.js';
import { mayMove } from '../may-move.js';
import { isOld, wins } from '../old-keys.js';
import type { Rule, Violation } from '../rule.js';
import { entry } from '../setting-evidence.js';

export const rule: Rule = {
  id: 'deprecated-key',
  family: 'file',
  severity: 'info',
  title: 'The key is an old one',
  why: 'Flink still reads the old key, and only where the new one is not set: a second file or a program that sets the new key wins without a word. A later version stops reading the old key, and the setting is gone as silently.',
  remedy: 'Write the key that this version of Flink calls the option by, and take the old one out.',
  reference: 'Configuration',
  source: 'Flink documentation',
  needs: [],
  check: ({ config }) => Object.keys(config.entries).flatMap((key) => violation(config, key) ?? []),
};

function violation(config: ConfigReader, key: string): Violation | undefined {
  const known = config.known(key);
  if (known === null || !isOld(known) || HAVE_RULES.has(key)) return undefined;
  const fed = known.readBy.map(({ option }) => option).filter(({ key: own }) => wins(config, key, own));
  if (known.readBy.length > 0 && fed.length === 0) return undefined;
  const { flinkVersion } = config;
  if (fed.length === 0) {
    return {
      message: `Flink ${flinkVersion} still reads ${key} but has marked it as deprecated: a later version ignores it. ${ADVICE[key] ?? 'See what its documentation puts in its place.'}`,
      path: key,
      evidence: [entry(config, key)],
    };
  }
  const text = config.entries[key] ?? '';
  const successors = fed.map((option) => option.key);
  return {
    message: `Flink ${flinkVersion} calls this ${successors.join(' and ')} and reads ${key} only because ${successors.length === 1 ? 'that is' : 'these are'} not set.`,
    path: key,
    evidence: [
      entry(config, key),
      ...successors.map((own) => ({ name: 'today', value: own, unit: 'text', from: 'flink' })),
    ],
    ...(successors.every((own) => mayMove(config, key, own)) && {
      fix: { set: Object.fromEntries(successors.map((own) => [own, text])), unset: [key] },
    }),
  };
}

/** Deprecated options of which a rule of their own says more. */
const HAVE_RULES = new Set(['security.ssl.enabled', 'web.ssl.enabled', 'jobmanager.web.ssl.enabled']);

const ADVICE: Readonly<Record<string, string>> = {
  'cluster.evenly-spread-out-slots': 'Set taskmanager.load-balance.mode to SLOTS.',
  'taskmanager.heap.size': 'Set taskmanager.memory.process.size or taskmanager.memory.flink.size.',
  'taskmanager.heap.mb': 'Set taskmanager.memory.process.size or taskmanager.memory.flink.size.',
  'jobmanager.heap.size': 'Set jobmanager.memory.process.size or jobmanager.memory.flink.size.',
  'jobmanager.heap.mb': 'Set jobmanager.memory.process.size or jobmanager.memory.flink.size.',
};
