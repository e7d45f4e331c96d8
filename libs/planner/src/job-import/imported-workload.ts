import type { Edge, Operator, OperatorKind, Workload } from '../request.js';
import type { Layout } from './layout.js';
import { type MeasuredFlows, sizeOnWire } from './measured-flows.js';
import { missingFields } from './missing-fields.js';
import { operatorIds } from './operator-ids.js';
import { operatorKinds, setsOwnRate } from './operator-kinds.js';
import { connectorOf } from './operator-text.js';
import type { Plan } from './read-plan.js';
import type { Remarks } from './remarks.js';

/** Counts of one moment never agree to the record: this near to 1 a share or selectivity is 1. */
const NEAR = 0.01;
/** A filter counted a little late seems to emit more than it received. */
const LATE = 1.05;

/** The workload, as a capacity plan takes it, with every field that the export tells. */
export function importedWorkload(
  plan: Plan,
  layout: Layout,
  flows: MeasuredFlows,
  remarks: Remarks,
): Workload {
  const kinds = operatorKinds(layout, remarks);
  const names = layout.operators.map(({ name }) => name);
  const ids = operatorIds(names);
  ids.forEach((id, at) => {
    if (id === names[at]) return;
    remarks.say(
      'name-changed',
      `/workload/operators/${at}/id`,
      'is not the name in the job, which is no id, or not the only one',
    );
  });
  const operators = layout.operators.map((_, at): Operator => {
    const kind = kinds[at] ?? 'process';
    const { parallelism } = plan.vertices[layout.operators[at]?.vertex ?? -1] ?? { parallelism: null };
    return {
      id: ids[at] ?? '',
      kind,
      ...(parallelism === null ? {} : { parallelism }),
      ...selectivityOf(kind, at, flows, remarks),
      ...outputOf(kind, at, layout, flows),
      ...sourceOf(kind, at, layout, flows, remarks),
      ...endsOf(kind, at, layout),
      ...keysOf(kind, at, plan, layout),
    };
  });
  const edges = layout.links.map(({ from, to, shipStrategy }, at): Edge => {
    const share = shareOf(at, layout, flows, remarks);
    return { from: ids[from] ?? '', to: ids[to] ?? '', shipStrategy, ...share };
  });
  missingFields(operators, plan, layout, flows, remarks);
  return { operators, edges };
}

function selectivityOf(
  kind: OperatorKind,
  at: number,
  flows: MeasuredFlows,
  remarks: Remarks,
): { selectivity?: number } {
  const { in: received, out } = flows.operators[at] ?? { in: null, out: null };
  if (setsOwnRate(kind) || received === null || out === null || received === 0) return {};
  const selectivity = out / received;
  if (Math.abs(selectivity - 1) <= NEAR) return {};
  if (kind !== 'filter' || selectivity < 1) return { selectivity };
  if (selectivity > LATE) {
    remarks.say(
      'selectivity-above-one',
      `/workload/operators/${at}/selectivity`,
      `was measured as ${selectivity}, which no filter has: 1 is taken`,
    );
  }
  return {};
}

function outputOf(
  kind: OperatorKind,
  at: number,
  layout: Layout,
  flows: MeasuredFlows,
): { output?: { recordBytes: number } } {
  const recordBytes = sizeOnWire(layout, flows, at);
  return recordBytes === null || kind === 'sink' || kind === 'source' ? {} : { output: { recordBytes } };
}

function sourceOf(
  kind: OperatorKind,
  at: number,
  layout: Layout,
  flows: MeasuredFlows,
  remarks: Remarks,
): Partial<Operator> {
  if (kind !== 'source') return {};
  const recordsPerSecond = flows.operators[at]?.out ?? null;
  const rates = layout.operators[at]?.rates;
  const read = rates?.bytesIn && rates.recordsIn ? rates.bytesIn / rates.recordsIn : null;
  const onWire = sizeOnWire(layout, flows, at);
  const sent = onWire ?? sizeBehind(at, layout, flows);
  if (read === null && sent !== null) {
    remarks.say(
      'record-size-of-flink',
      `/workload/operators/${at}/recordBytes`,
      'is what a record takes between Flink’s tasks; where it is read it may be larger or smaller',
    );
  }
  const recordBytes = read ?? sent;
  return {
    ...(recordsPerSecond === null ? {} : { recordsPerSecond }),
    ...(recordBytes === null ? {} : { recordBytes }),
    ...(read === null || onWire === null ? {} : { output: { recordBytes: onWire } }),
  };
}

/** What leaves the chain of a source, where its own output does not. */
function sizeBehind(at: number, layout: Layout, flows: MeasuredFlows): number | null {
  const seen = new Set([at]);
  for (const place of seen) {
    const size = sizeOnWire(layout, flows, place);
    if (size !== null) return size;
    for (const { from, to, edge } of layout.links) if (from === place && edge === null) seen.add(to);
  }
  return null;
}

function endsOf(kind: OperatorKind, at: number, layout: Layout): Partial<Operator> {
  const operator = layout.operators[at];
  if (operator === undefined) return {};
  const { text, name, description } = operator;
  if (kind === 'source' || kind === 'sink') return connectorOf(`${name} ${description}`);
  if (kind === 'window' && text.window !== undefined) return { window: text.window };
  return kind === 'join' && text.join !== undefined ? { join: text.join } : {};
}

/** A stream that is not keyed has one key; Flink runs its windows with max parallelism 1. */
function keysOf(kind: OperatorKind, at: number, plan: Plan, layout: Layout): { keys?: number } {
  const vertex = plan.vertices[layout.operators[at]?.vertex ?? -1];
  return kind === 'window' && vertex?.maxParallelism === 1 ? { keys: 1 } : {};
}

function shareOf(at: number, { links }: Layout, flows: MeasuredFlows, remarks: Remarks): { share?: number } {
  const link = links[at];
  const records = flows.links[at]?.records ?? null;
  const out = flows.operators[link?.from ?? -1]?.out ?? null;
  if (records === null || out === null || out === 0 || records / out >= 1 - NEAR) return {};
  remarks.say(
    'share-measured',
    `/workload/edges/${at}/share`,
    'fewer records arrive than the operator emits: a side output, or records that are under way',
  );
  return { share: records / out };
}
