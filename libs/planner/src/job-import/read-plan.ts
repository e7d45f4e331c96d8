import { AnswerFields, type ValueChecks } from '@plimsoll/checkpoint';
import { MAX_PARALLELISM } from '../judge.js';
import { LIMITS, SHIP_STRATEGIES, type ShipStrategy } from '../request.js';
import { type Chain, chainOf } from './chain.js';
import { withoutHtml } from './html.js';
import { alongTheDataflow } from './plan-order.js';
import type { Remarks } from './remarks.js';
import type { JobImportRequest } from './request.js';

/** A *vertex* of the plan: a chain of operators with one parallelism; vertices exchange records over the network. */
export interface PlanVertex {
  readonly id: string;
  readonly pointer: string;
  readonly name: string;
  readonly chain: Chain;
  readonly parallelism: number | null;
  readonly maxParallelism: number | null;
  readonly inputs: readonly PlanInput[];
  /** Of `/jobs/:id`; empty where that was not given. */
  readonly inJob: AnswerFields;
}

export interface PlanInput {
  readonly pointer: string;
  /** Place of the vertex that sends. */
  readonly from: number;
  readonly shipStrategy: ShipStrategy;
}

export interface Plan {
  readonly jobName: string | null;
  readonly vertices: readonly PlanVertex[];
}

const REMEDY = 'give the answer of /jobs/:id/plan';

/** @returns null where there is no plan that can be read; the reasons are in `checks` */
export function readPlan(request: JobImportRequest, checks: ValueChecks, remarks: Remarks): Plan | null {
  const job = new AnswerFields(request.job, '/job', checks);
  const given = new AnswerFields(request.plan, '/plan', checks);
  const outer = given.has('plan') ? given.object('plan') : given;
  const plan = request.plan === undefined ? job.object('plan') : outer;
  if (request.plan === undefined && !job.has('plan')) checks.reject('/plan', `is missing: ${REMEDY}`);
  const nodes = plan.list('nodes');
  if (nodes.length === 0 && checks.rejections.length === 0) {
    checks.reject(`${plan.pointer}/nodes`, `is missing or empty: ${REMEDY}`);
  }
  if (nodes.length > LIMITS.operators) {
    checks.reject(`${plan.pointer}/nodes`, `must have at most ${LIMITS.operators} nodes`, nodes.length);
  }
  if (checks.rejections.length > 0) return null;
  const inJob = new Map(job.list('vertices').map((vertex) => [vertex.text('id'), vertex]));
  const none = new AnswerFields(undefined, '/job/vertices', checks);
  const places = placesOf(nodes, checks);
  const vertices = nodes.map((node) => {
    const id = node.text('id') ?? '';
    return vertexOf(node, id, inJob.get(id) ?? none, places, checks, remarks);
  });
  const operators = vertices.reduce((sum, { chain }) => sum + chain.operators.length, 0);
  const edges = vertices.reduce((sum, { inputs }) => sum + inputs.length, operators - vertices.length);
  if (operators > LIMITS.operators) {
    checks.reject(
      `${plan.pointer}/nodes`,
      `must hold at most ${LIMITS.operators} operators in its chains: plan parts of the job one by one`,
      operators,
    );
  }
  if (edges > LIMITS.edges) {
    checks.reject(
      `${plan.pointer}/nodes`,
      `must have at most ${LIMITS.edges} edges: plan parts of the job one by one`,
      edges,
    );
  }
  if (checks.rejections.length > 0) return null;
  const ordered = alongTheDataflow(vertices, `${plan.pointer}/nodes`, checks);
  return ordered === null ? null : { jobName: plan.text('name') ?? job.text('name'), vertices: ordered };
}

function placesOf(nodes: readonly AnswerFields[], checks: ValueChecks): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  nodes.forEach((node, at) => {
    const id = node.text('id');
    if (id === null) checks.reject(`${node.pointer}/id`, `is missing: ${REMEDY}`);
    else if (places.has(id))
      checks.reject(`${node.pointer}/id`, `is the id of node ${places.get(id)} already: ${REMEDY}`, id);
    else places.set(id, at);
  });
  return places;
}

function vertexOf(
  node: AnswerFields,
  id: string,
  inJob: AnswerFields,
  places: ReadonlyMap<string, number>,
  checks: ValueChecks,
  remarks: Remarks,
): PlanVertex {
  const description = withoutHtml(node.text('description') ?? '');
  const name = inJob.text('name');
  const chain = chainOf(name, description === '' ? (name ?? id) : description);
  if (!chain.isSplit) {
    const message = 'has brackets that do not close, so its chain is kept as one operator';
    remarks.say('chain-not-split', `${node.pointer}/description`, message);
  }
  return {
    id,
    pointer: node.pointer,
    name: name ?? chain.operators.map((one) => one.name).join(' -> '),
    chain,
    parallelism: parallelismOf(node, checks, remarks),
    maxParallelism: inJob.number('maxParallelism'),
    inputs: node.list('inputs').flatMap((input) => inputOf(input, places, checks, remarks) ?? []),
    inJob,
  };
}

function parallelismOf(node: AnswerFields, checks: ValueChecks, remarks: Remarks): number | null {
  const parallelism = node.number('parallelism');
  const at = `${node.pointer}/parallelism`;
  if (parallelism === null || parallelism === 0) {
    remarks.say('parallelism-unknown', at, 'is not decided yet: all slots of the cluster are assumed');
    return null;
  }
  if (Number.isInteger(parallelism) && parallelism <= MAX_PARALLELISM) return parallelism;
  checks.reject(at, `must be a whole number up to ${MAX_PARALLELISM}: ${REMEDY}`, parallelism);
  return null;
}

function inputOf(
  input: AnswerFields,
  places: ReadonlyMap<string, number>,
  checks: ValueChecks,
  remarks: Remarks,
): PlanInput | null {
  const id = input.text('id');
  const from = id === null ? undefined : places.get(id);
  if (from === undefined) {
    checks.reject(`${input.pointer}/id`, `names no node of the plan: ${REMEDY}`, id ?? undefined);
    return null;
  }
  const written = input.text('ship_strategy');
  const shipStrategy = SHIP_STRATEGIES.find((one) => one === written?.toUpperCase());
  if (shipStrategy === undefined) {
    const what =
      written === null ? 'is not given' : `is ${written.slice(0, 100)}, which no capacity plan knows`;
    remarks.say(
      'ship-strategy-unknown',
      `${input.pointer}/ship_strategy`,
      `${what}: REBALANCE is taken, which spreads records evenly`,
    );
  }
  return { pointer: input.pointer, from, shipStrategy: shipStrategy ?? 'REBALANCE' };
}
