import type { Operator } from '../request.js';
import type { Layout } from './layout.js';
import type { MeasuredFlows } from './measured-flows.js';
import { setsOwnRate } from './operator-kinds.js';
import type { Plan } from './read-plan.js';
import type { Remarks } from './remarks.js';
import { metricName } from './vertex-metrics.js';

/** The question whose answer would tell. */
const ask = (name: string, ...metrics: readonly string[]): string =>
  `ask /jobs/:id/vertices/:vertex/subtasks/metrics?get=${metrics.map((metric) => `${metricName(name)}.${metric}`).join(',')}`;

/** Names what no answer told: first what a capacity plan is refused without, then what would make it firmer. */
export function missingFields(
  operators: readonly Operator[],
  plan: Plan,
  layout: Layout,
  flows: MeasuredFlows,
  remarks: Remarks,
): void {
  operators.forEach((operator, at) => {
    needed(operator, layout.operators[at]?.name ?? '', (field, why) =>
      remarks.lacks(`/workload/operators/${at}/${field}`, true, why),
    );
  });
  operators.forEach((operator, at) => {
    const lacks = (field: string, why: string): void =>
      remarks.lacks(`/workload/operators/${at}/${field}`, false, why);
    const { text, vertex, name = '' } = layout.operators[at] ?? {};
    const leaves = layout.links.some(({ from, edge }) => from === at && edge !== null);
    const isKeyed = layout.links.some(({ to, shipStrategy }) => to === at && shipStrategy === 'HASH');
    if ((operator.kind === 'source' || operator.kind === 'sink') && operator.connector === undefined) {
      lacks('connector', 'neither name nor description tells what it reads from or writes to');
    }
    if (leaves && operator.kind !== 'source' && operator.output === undefined) {
      lacks(
        'output/recordBytes',
        'the bytes that leave it were not measured, or other inputs of its receiver count with them',
      );
    }
    const { in: received, out } = flows.operators[at] ?? { in: null, out: null };
    const isOpen = received === null || out === null;
    const feeds = layout.links.some(({ from }) => from === at);
    if (!setsOwnRate(operator.kind) && text?.keepsCount !== true && isOpen && feeds) {
      lacks(
        'selectivity',
        `what enters and leaves it in its chain was not measured: ${ask(name, 'numRecordsInPerSecond', 'numRecordsOutPerSecond')}`,
      );
    }
    const isStateful =
      operator.kind === 'window' || operator.kind === 'join' || (operator.kind === 'process' && isKeyed);
    if (!isStateful) return;
    if (operator.kind === 'process')
      lacks('keys', 'Flink does not count keys; leave them out where it keeps no state');
    lacks('state/entryBytes', `Flink does not count entries of state${stateOf(plan, vertex)}`);
  });
}

type Lacks = (field: string, why: string) => void;

function needed(operator: Operator, name: string, lacks: Lacks): void {
  const { kind } = operator;
  if (kind === 'source' && operator.recordsPerSecond === undefined) {
    lacks(
      'recordsPerSecond',
      `a task counts what leaves its chain, not what its source reads: ${ask(name, 'numRecordsOutPerSecond')}, or give the rate of the topic`,
    );
  }
  if (kind === 'source' && operator.recordBytes === undefined) {
    lacks('recordBytes', 'no bytes were measured behind this source; give the size of a record of the topic');
  }
  if (kind === 'window' && operator.window === undefined) {
    lacks('window', 'neither name nor description tells the assigner and its size');
  }
  if (kind === 'join' && operator.join === undefined) {
    lacks('join', 'neither name nor description tells the type of the join and its bounds');
  }
  if ((kind === 'window' || kind === 'join') && operator.keys === undefined) {
    lacks('keys', 'Flink does not count keys');
  }
}

const stateOf = (plan: Plan, vertex: number | undefined): string => {
  const id = plan.vertices[vertex ?? -1]?.id;
  return id === undefined
    ? ''
    : `; observations tell what vertex ${id.slice(0, 100)} keeps, where checkpoints have details`;
};
