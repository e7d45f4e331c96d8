import type { LintFacts, LintOperator } from '../facts.js';
import { givenEvidence, optionEvidence } from '../option-evidence.js';
import { recordsIn, subtasksOf } from '../records-in.js';
import type { Rule, Violation } from '../rule.js';

const ASYNC_CAPACITY = 'table.exec.async-lookup.buffer-capacity';
/** What AsyncDataStream and lookup joins keep in flight where nothing is set. */
const USUAL_CAPACITY = 100;

export const rule: Rule = {
  id: 'external-calls-slower-than-input',
  family: 'dataflow',
  severity: 'error',
  title: 'Calls to another system cannot keep up with the records',
  why: 'As many calls are under way at a time as records come while one call lasts. An operator that may have fewer in flight falls behind all the time: it holds the job back up to its sources, the backlog grows without end, and barriers wait behind it until checkpoints time out.',
  remedy:
    'Let more calls be in flight (async I/O, a larger capacity, more subtasks), make fewer of them (a cache, many records in one call), or make them faster. The other system must bear it as well.',
  reference: 'Async I/O',
  source: 'Keep it going',
  needs: ['workload', 'job'],
  check(facts) {
    const { workload, job } = facts;
    const callMs = job?.externalCallMs;
    if (workload === undefined || callMs === undefined || callMs <= 0) return [];
    const blocking = new Set(job?.blockingOperators);
    const asked = workload.operators
      .map((operator, at) => ({ operator, at }))
      .filter(({ operator }) => asks(operator, blocking));
    if (asked.length === 0) return [];
    const rates = recordsIn(workload);
    return asked.flatMap(({ operator, at }) =>
      slower(facts, operator, at, {
        callMs,
        records: rates.get(operator.id) ?? null,
        blocks: blocking.has(operator.id),
      }),
    );
  },
};

/** It waits for answers, or passes records on with what another system said of them. */
const asks = ({ id, kind, connector }: LintOperator, blocking: ReadonlySet<string>): boolean =>
  blocking.has(id) || (connector === 'external' && kind !== 'source' && kind !== 'sink');

function slower(
  facts: LintFacts,
  operator: LintOperator,
  at: number,
  {
    callMs,
    records,
    blocks,
  }: { readonly callMs: number; readonly records: number | null; readonly blocks: boolean },
): Violation[] {
  const { config } = facts;
  const subtasks = subtasksOf(facts, operator);
  if (records === null || subtasks === null) return [];
  const each = blocks ? 1 : (config.number(ASYNC_CAPACITY) ?? USUAL_CAPACITY);
  const inFlight = (records * callMs) / 1000;
  if (inFlight <= subtasks * each) return [];
  const done = Math.floor((subtasks * each * 1000) / callMs);
  return [
    {
      message: `${operator.id} gets ${records} records a second and a call takes ${callMs} ms: ${Math.ceil(inFlight)} calls have to be under way at a time. ${subtasks} subtasks with ${each} each do ${done} records a second, ${Math.ceil(records - done)} too few. ${blocks ? 'Use async I/O' : 'Raise the capacity'}, or take ${Math.ceil(inFlight / each)} subtasks.`,
      path: `/workload/operators/${at}`,
      evidence: [
        givenEvidence('records', records, 'perSecond', '/workload/operators'),
        givenEvidence('call', callMs, 'ms', '/job/externalCallMs'),
        givenEvidence('subtasks', subtasks, 'count', `/workload/operators/${at}/parallelism`),
        ...(blocks ? [] : [optionEvidence(config, ASYNC_CAPACITY, each, 'count')]),
      ],
    },
  ];
}
