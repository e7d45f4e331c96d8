import type { ConfigReader } from '../config-reader.js';
import type { FileProblem } from '../facts.js';
import { isOld, winnerOf, wins } from '../old-keys.js';
import type { Rule, Violation } from '../rule.js';
import { entry } from '../setting-evidence.js';

export const rule: Rule = {
  id: 'duplicate-setting',
  family: 'file',
  severity: 'warning',
  title: 'One option is set twice',
  why: 'Flink takes one of two settings and says nothing of the other: of two keys of one option its own key, of two lines with one key the last. Whoever changes the other one sees no effect and looks for the cause in the wrong place.',
  remedy: 'Keep one setting, under the key that this version calls the option by.',
  reference: 'Configuration',
  source: 'Flink documentation',
  needs: [],
  check: ({ config, problems = [] }) => [
    ...Object.keys(config.entries).flatMap((key) => byOldKey(config, key) ?? []),
    ...problems.filter(({ code }) => code === 'duplicate-key').map(inFile),
  ],
};

function byOldKey(config: ConfigReader, key: string): Violation | undefined {
  const known = config.known(key);
  if (known === null || known.readBy.length === 0 || !isOld(known)) return undefined;
  const readers = known.readBy.map(({ option }) => option.key);
  if (readers.some((option) => wins(config, key, option))) return undefined;
  const winners = [...new Set(readers.map((option) => winnerOf(config, option)))];
  const same = winners.every((winner) => config.entries[winner] === config.entries[key]);
  return {
    message: `${winners.join(' and ')} and ${key} set the same option. Flink ${config.flinkVersion} reads ${winners.join(' and ')} and never ${key}${same ? ', which says the same' : ', which says otherwise'}. Take ${key} out.`,
    path: key,
    evidence: [entry(config, key), ...winners.map((winner) => entry(config, winner))],
    ...(same && { severity: 'info' }),
    fix: { set: {}, unset: [key] },
  };
}

const inFile = ({ key, message, line, column }: FileProblem): Violation => ({
  message: `${message} (line ${line}, column ${column})`,
  path: key ?? '/text',
  evidence: [{ name: 'line', value: line, unit: 'count', from: '/text' }],
});
