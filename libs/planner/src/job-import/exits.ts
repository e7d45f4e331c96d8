import type { EdgeRate } from './edge-rates.js';
import type { LaidOperator } from './layout.js';
import type { Plan } from './read-plan.js';
import type { Remarks } from './remarks.js';

/** Which operator of the sending chain an edge leaves: the plan names vertices only. */
export interface Exit {
  /** Place of the operator. */
  readonly from: number;
  /** Place of the vertex that receives, and of the input there. */
  readonly vertex: number;
  readonly input: number;
}

interface Edge {
  readonly vertex: number;
  readonly input: number;
  readonly pointer: string;
  /** Of the operator that receives, as SQL numbers it. */
  readonly number: number | null;
  /** Per second; null where they were not measured. */
  readonly records: number | null;
}

interface Candidate {
  readonly place: number;
  readonly number: number | null;
  readonly recordsOut: number | null;
  readonly isLeaf: boolean;
}

const SAME = 0.02;
const NUMBERED = /^\[(\d{1,9})\]:|\w\[(\d{1,9})\](?:: \w+)?$/;

export function exitsOf(
  plan: Plan,
  rates: readonly (readonly EdgeRate[])[],
  operators: readonly LaidOperator[],
  first: (vertex: number) => number,
  remarks: Remarks,
): Exit[] {
  const edges = edgesBySender(plan, rates, operators, first);
  return plan.vertices.flatMap((_, sender) => {
    const list = edges.get(sender) ?? [];
    const candidates = candidatesOf(plan, sender, operators, first(sender));
    const leaves = candidates.filter(({ isLeaf }) => isLeaf);
    const single = leaves.length === 1 && candidates.length === 1 ? leaves[0] : undefined;
    const straight = list.length === 1 && leaves.length === 1 ? leaves[0] : undefined;
    return list.map((edge, at): Exit => {
      const sure = single ?? straight ?? byNumber(candidates, edge);
      const counted = sure ?? byRate(candidates, edge);
      const found = counted ?? leaves[at % leaves.length] ?? candidates.at(-1);
      if (sure === undefined) {
        const name = operators[found?.place ?? 0]?.name.slice(0, 100);
        remarks.say(
          'edge-guessed',
          edge.pointer,
          `leaves a chain of several operators, and the plan does not tell which: ${name} is taken${counted === undefined ? '' : ', by what it was counted to send'}`,
        );
      }
      return { from: found?.place ?? first(sender), vertex: edge.vertex, input: edge.input };
    });
  });
}

function edgesBySender(
  plan: Plan,
  rates: readonly (readonly EdgeRate[])[],
  operators: readonly LaidOperator[],
  first: (vertex: number) => number,
): ReadonlyMap<number, Edge[]> {
  const edges = new Map<number, Edge[]>();
  plan.vertices.forEach(({ inputs }, vertex) => {
    const head = operators[first(vertex)];
    inputs.forEach(({ from, pointer }, input) => {
      const records = rates[vertex]?.[input]?.records ?? null;
      const edge = { vertex, input, pointer, number: numberOf(head), records };
      edges.set(from, [...(edges.get(from) ?? []), edge]);
    });
  });
  return edges;
}

/** Operators of a chain that may feed others: sinks do not, unless there is nothing else. */
function candidatesOf(
  plan: Plan,
  sender: number,
  operators: readonly LaidOperator[],
  first: number,
): Candidate[] {
  const chain = plan.vertices[sender]?.chain.operators ?? [];
  const followed = new Set(chain.map(({ after }) => after));
  const all = chain.flatMap(({ isChainedSource }, at) => {
    const operator = operators[first + at];
    if (operator === undefined || isChainedSource) return [];
    const recordsOut = operator.rates?.recordsOut ?? null;
    const candidate = {
      place: first + at,
      number: numberOf(operator),
      recordsOut,
      isLeaf: !followed.has(at),
    };
    return [{ candidate, isSink: operator.text.kind === 'sink' }];
  });
  const feeding = all.filter(({ isSink }) => !isSink);
  return (feeding.length > 0 ? feeding : all).map(({ candidate }) => candidate);
}

/** SQL numbers operators along the dataflow: an edge leaves the last end of a chain before the operator that receives. */
function byNumber(candidates: readonly Candidate[], { number }: Edge): Candidate | undefined {
  if (number === null || candidates.some((one) => one.number === null)) return undefined;
  const before = candidates.filter((one) => one.isLeaf && (one.number ?? 0) < number);
  return before.reduce<Candidate | undefined>(
    (last, one) => (last === undefined || (one.number ?? 0) > (last.number ?? 0) ? one : last),
    undefined,
  );
}

/** The last operator that sends about as many records as arrive. */
function byRate(candidates: readonly Candidate[], { records }: Edge): Candidate | undefined {
  if (records === null || records === 0) return undefined;
  return candidates.findLast(
    ({ recordsOut }) => recordsOut !== null && Math.abs(recordsOut - records) <= SAME * records,
  );
}

function numberOf(operator: LaidOperator | undefined): number | null {
  const found = NUMBERED.exec(operator?.description ?? '') ?? NUMBERED.exec(operator?.name ?? '');
  const number = found?.[1] ?? found?.[2];
  return number === undefined ? null : Number(number);
}
