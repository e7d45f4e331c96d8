import type { CapacityRequest, Cluster, Edge, Model, Operator, Placement } from '@plimsoll/planner';
import fc from 'fast-check';
import { checkpointingDraft, clusterDraft } from './cluster-drafts.js';
import { innerDraft, joinDraft, type OperatorDraft, sinkDraft, sourceDraft } from './operator-drafts.js';

/** An operator and where its inputs come from: numbers that pick among the operators before it, modulo how many there are. */
interface Node {
  readonly draft: OperatorDraft;
  readonly inputs: readonly Input[];
}
interface Input {
  readonly pick: number;
  readonly strategy: number;
  readonly share: number | undefined;
}

const input: fc.Arbitrary<Input> = fc.record({
  pick: fc.nat(1000),
  strategy: fc.nat(1000),
  share: fc.option(
    fc.integer({ min: 0, max: 10 }).map((tenths) => tenths / 10),
    { nil: undefined },
  ),
});
const inner: fc.Arbitrary<Node> = fc.record({
  draft: innerDraft,
  inputs: fc.array(input, { minLength: 1, maxLength: 3, size: '-1' }),
});
const joining: fc.Arbitrary<Node> = fc.record({ draft: joinDraft, inputs: fc.tuple(input, input) });
const sink: fc.Arbitrary<Node> = fc.record({
  draft: sinkDraft,
  inputs: fc.array(input, { minLength: 1, maxLength: 2 }),
});
const MOST_JOINS = 2;

export interface RequestOptions {
  /** Fixes the model; else one of the two, or none. */
  readonly model?: Model;
  /** Operators between sources and sinks; 6. */
  readonly innerOperators?: number;
}

/**
 * Valid capacity requests over DAGs of every kind of operator: several sources and sinks, several inputs and outputs, two
 * edges between one pair, every ship strategy, windows, joins, state, disks, placements, checkpointing. Each one can be
 * planned; whether it fits any cluster is another matter.
 */
export function capacityRequest({
  model,
  innerOperators = 6,
}: RequestOptions = {}): fc.Arbitrary<CapacityRequest> {
  return fc
    .record({
      model:
        model === undefined
          ? fc.constantFrom(undefined, 'talk' as const, 'full' as const)
          : fc.constant(model),
      sources: fc.array(sourceDraft, { minLength: 1, maxLength: 3 }),
      inner: fc.array(fc.oneof({ weight: 4, arbitrary: inner }, { weight: 1, arbitrary: joining }), {
        maxLength: innerOperators,
      }),
      sinks: fc.array(sink, { maxLength: 2 }),
      cluster: clusterDraft,
      placed: fc.array(
        fc.record({ pick: fc.nat(1000), subtasks: fc.array(fc.nat(4), { minLength: 12, maxLength: 12 }) }),
        {
          maxLength: 2,
        },
      ),
      checkpointing: checkpointingDraft,
    })
    .map((drafts) => {
      const nodes = [
        ...drafts.sources.map((draft) => ({ draft, inputs: [] })),
        ...withoutManyJoins(drafts.inner),
        ...drafts.sinks,
      ];
      const placement = placementOf(nodes, drafts.cluster.machines, drafts.placed);
      const operators = nodes.map((node, index) => named(node.draft, index, placement));
      const cluster: Cluster = placement.length > 0 ? { ...drafts.cluster, placement } : drafts.cluster;
      return overTheWire({
        model: drafts.model,
        workload: { operators, edges: edgesOf(nodes, operators, cluster) },
        cluster,
        checkpointing: drafts.checkpointing,
      });
    });
}

/** What is undefined is not there. */
const overTheWire = (request: CapacityRequest): CapacityRequest => JSON.parse(JSON.stringify(request));

/** Each join may square a rate: a long chain of them leaves the numbers that mean anything. */
function withoutManyJoins(nodes: readonly Node[]): readonly Node[] {
  let joins = 0;
  return nodes.filter(({ draft }) => draft.kind !== 'join' || ++joins <= MOST_JOINS);
}

const idOf = (draft: OperatorDraft, index: number): string => `${draft.kind}-${index + 1}`;

/** A placed operator has the parallelism that its subtasks add up to, so it says none of its own. */
function named(draft: OperatorDraft, index: number, placement: readonly Placement[]): Operator {
  const id = idOf(draft, index);
  const placed = placement.some((row) => row.operator === id);
  return { id, ...draft, ...(placed ? { parallelism: undefined } : {}) };
}

function placementOf(
  nodes: readonly Node[],
  machines: number | undefined,
  placed: readonly { readonly pick: number; readonly subtasks: readonly number[] }[],
): Placement[] {
  if (machines === undefined) return [];
  const rows = new Map<string, readonly number[]>();
  for (const { pick, subtasks } of placed) {
    const index = pick % nodes.length;
    const node = nodes[index];
    const here = subtasks.slice(0, machines);
    if (node !== undefined && here.some((count) => count > 0)) rows.set(idOf(node.draft, index), here);
  }
  return [...rows].map(([operator, subtasks]) => ({ operator, subtasks }));
}

/** Inputs come from any operator before, but for sinks, so there is no cycle. FORWARD only between equal parallelism. */
function edgesOf(nodes: readonly Node[], operators: readonly Operator[], cluster: Cluster): Edge[] {
  const parallelism = new Map(operators.map((operator) => [operator.id, parallelismOf(operator, cluster)]));
  return nodes.flatMap(({ inputs }, index) => {
    const to = operators[index];
    const before = operators.slice(0, index).filter(({ kind }) => kind !== 'sink');
    return inputs.flatMap(({ pick, strategy, share }) => {
      const from = before[pick % before.length];
      if (from === undefined || to === undefined) return [];
      const strategies =
        parallelism.get(from.id) === parallelism.get(to.id) ? ALL_STRATEGIES : WITHOUT_FORWARD;
      const shipStrategy = strategies[strategy % strategies.length] ?? 'HASH';
      return [{ from: from.id, to: to.id, shipStrategy, share }];
    });
  });
}

const WITHOUT_FORWARD = ['HASH', 'REBALANCE', 'RESCALE', 'BROADCAST', 'GLOBAL'] as const;
const ALL_STRATEGIES = ['FORWARD', ...WITHOUT_FORWARD] as const;

/** null: all slots of a number of machines that is not given. */
function parallelismOf({ id, parallelism }: Operator, cluster: Cluster): number | null {
  const placed = cluster.placement?.find(({ operator }) => operator === id);
  if (placed !== undefined) return placed.subtasks.reduce((sum, count) => sum + count, 0);
  if (parallelism !== undefined) return parallelism;
  if (cluster.machines === undefined) return null;
  return cluster.machines * (cluster.taskManagersPerMachine ?? 1) * (cluster.slotsPerTaskManager ?? 1);
}
