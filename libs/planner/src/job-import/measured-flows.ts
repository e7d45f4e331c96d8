import type { EdgeRate } from './edge-rates.js';
import type { Layout, Link } from './layout.js';

export interface MeasuredFlows {
  /** By place of the link; nothing is measured within a chain. */
  readonly links: readonly EdgeRate[];
  /** Records per second into and out of each operator, by its place. */
  readonly operators: readonly { readonly in: number | null; readonly out: number | null }[];
}

/** Edges as their vertices counted them, with what the operators at their ends tell besides. */
export function measuredFlows(
  { operators, links }: Layout,
  edges: readonly (readonly EdgeRate[])[],
): MeasuredFlows {
  const counted = links.map(({ from, edge }): EdgeRate => {
    if (edge === null) return NOTHING;
    const { records, recordBytes } = edges[edge.vertex]?.[edge.input] ?? NOTHING;
    return { records: records ?? operators[from]?.rates?.recordsOut ?? null, recordBytes };
  });
  const sizes = new Map<number, number>();
  links.forEach(({ from }, at) => {
    const bytes = counted[at]?.recordBytes ?? null;
    if (bytes !== null && !sizes.has(from)) sizes.set(from, bytes);
  });
  const measured = counted.map(({ records, recordBytes }, at) => {
    const link = links[at];
    const ofOthers = link === undefined || link.edge === null ? null : (sizes.get(link.from) ?? null);
    return { records, recordBytes: recordBytes ?? ofOthers };
  });
  return { links: measured, operators: operatorRates(operators, links, measured) };
}

const NOTHING: EdgeRate = { records: null, recordBytes: null };

const isMeasured = (value: number | null): value is number => value !== null;

function operatorRates(
  operators: Layout['operators'],
  links: readonly Link[],
  measured: readonly EdgeRate[],
): MeasuredFlows['operators'] {
  const inputs = operators.map((): number[] => []);
  const outputs = operators.map((): number[] => []);
  links.forEach(({ from, to }, at) => {
    outputs[from]?.push(at);
    inputs[to]?.push(at);
  });
  const own = operators.map(({ rates }, at) => {
    const arriving = (inputs[at] ?? []).map((link) => measured[link]?.records ?? null);
    const leaving = (outputs[at] ?? []).map((link) => measured[link]?.records ?? null);
    const isBroadcastTo = (inputs[at] ?? []).some((link) => links[link]?.shipStrategy === 'BROADCAST');
    const counted = isBroadcastTo || arriving.length === 0 ? null : (rates?.recordsIn ?? null);
    return {
      in: counted ?? (arriving.length > 0 && arriving.every(isMeasured) ? sum(arriving) : null),
      out:
        (leaving.length > 0 ? (rates?.recordsOut ?? null) : null) ??
        (leaving.length > 0 && leaving.every(isMeasured) ? largest(leaving) : null),
    };
  });
  return throughChains(operators, links, inputs, own);
}

/** In a chain the next operator receives what the one before emits, and some emit as many records as they receive. */
function throughChains(
  operators: Layout['operators'],
  links: readonly Link[],
  inputs: readonly (readonly number[])[],
  own: readonly { in: number | null; out: number | null }[],
): MeasuredFlows['operators'] {
  const rates = own.map((one) => ({ ...one }));
  const pass = (at: number): void => {
    const rate = rates[at];
    const [single, ...others] = inputs[at] ?? [];
    if (rate === undefined) return;
    if (operators[at]?.text.keepsCount && operators[at]?.text.kind !== 'source') {
      rate.in ??= rate.out;
      rate.out ??= rate.in;
    }
    const link = single === undefined ? undefined : links[single];
    const before =
      link === undefined || link.edge !== null || others.length > 0 ? undefined : rates[link.from];
    if (before === undefined) return;
    before.out ??= rate.in;
    rate.in ??= before.out;
    if (operators[at]?.text.keepsCount) rate.out ??= rate.in;
  };
  for (let at = rates.length - 1; at >= 0; at -= 1) pass(at);
  for (let at = 0; at < rates.length; at += 1) pass(at);
  return rates;
}

const sum = (values: readonly (number | null)[]): number =>
  values.reduce<number>((all, value) => all + (value ?? 0), 0);
const largest = (values: readonly (number | null)[]): number =>
  values.reduce<number>((most, value) => Math.max(most, value ?? 0), 0);

/** Whatever leaves the operator over the network, of the first edge that tells. */
export const sizeOnWire = ({ links }: Layout, flows: MeasuredFlows, at: number): number | null =>
  flows.links.find(({ recordBytes }, link) => links[link]?.from === at && recordBytes !== null)
    ?.recordBytes ?? null;
