import { memorySizeForPeople } from '@plimsoll/units';
import { textOf } from '../evidence-items.js';
import type { LintFacts } from '../facts.js';
import { type FlinkProcess, PROCESSES } from '../processes.js';
import type { Rule, Violation } from '../rule.js';

export const rule: Rule = {
  id: 'memory-size-set-twice',
  family: 'memory',
  severity: 'warning',
  title: 'The size of a process is set twice',
  why: 'The process size, the size of Flink memory and the heap options of Flink before 1.10 all size the same process. Where two are set, one is ignored, or what is left between them becomes JVM overhead and must lie in its range. The next change of one of them changes nothing, or stops the cluster from starting.',
  remedy: 'Set one of them: the process size in containers, the size of Flink memory elsewhere.',
  reference: 'F8.2',
  source: 'Rabbit Holes 1',
  needs: [],
  since: '1.10',
  check: (facts) => PROCESSES.flatMap((one) => twice(facts, one)),
};

function twice(facts: LintFacts, one: FlinkProcess): Violation[] {
  const { config, memory } = facts;
  const name = one.component.toLowerCase();
  const old = config.isFrom(2, 0) ? [] : [`${name}.heap.size`, `${name}.heap.mb`];
  const totals = [`${one.prefix}.process.size`, `${one.prefix}.flink.size`, ...old];
  const [first, ...others] = totals.filter((key) => Object.hasOwn(config.entries, key));
  const before = memory.of(one.component);
  if (first === undefined || others.length === 0 || before === null) return [];
  const fix = { set: {}, unset: others };
  const accepted = memory.after(one.component, fix) !== null;
  const said = [first, ...others];
  return [
    {
      message: `${said.map((key) => `${key} (${config.entries[key]})`).join(' and ')} all size the ${one.name}; together they make a process of ${memorySizeForPeople(before.totalProcessBytes)}. ${first} is enough.`,
      path: others[0] ?? first,
      evidence: said.map((key) => textOf(key, config.entries[key] ?? '', `/config/${key}`)),
      ...(accepted && { fix }),
    },
  ];
}
