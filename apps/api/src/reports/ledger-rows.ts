import type { LedgerView } from './ledger-view.js';

/** One line of the table of a ledger. */
export interface LedgerRow {
  /** The id of the flow; undefined where several are added up. */
  readonly id?: string;
  readonly label: string;
  /** undefined: this plan does not count it. */
  readonly value?: number;
  readonly running?: number;
  readonly step?: string;
  /** undefined: the talk does not count it. */
  readonly talk?: number;
}

/** Of more flows only the largest stand alone; small neighbours are added up, as in the drawing. */
const MOST_ROWS = 200;

/** The flows of the plan, then those that only the talk has. */
export function ledgerRows(ledger: LedgerView, talk: LedgerView | null): LedgerRow[] {
  const talks = new Map(talk?.flows.map((flow) => [flow.id, flow.value]));
  const own = new Set(ledger.flows.map((flow) => flow.id));
  const rows: LedgerRow[] = ledger.flows.map((flow) => ({ ...flow, talk: talks.get(flow.id) }));
  for (const { id, label, value } of talk?.flows ?? [])
    if (!own.has(id)) rows.push({ id, label, talk: value });
  return rows.length <= MOST_ROWS ? rows : joinSmall(rows);
}

function joinSmall(rows: readonly LedgerRow[]): LedgerRow[] {
  const largest = new Set(
    rows
      .map((row, at) => ({ at, size: row.value ?? row.talk ?? 0 }))
      .sort((one, other) => other.size - one.size)
      .slice(0, MOST_ROWS)
      .map(({ at }) => at),
  );
  const result: LedgerRow[] = [];
  let small: LedgerRow[] = [];
  rows.forEach((row, at) => {
    if (!largest.has(at)) small.push(row);
    else {
      result.push(...addedUp(small), row);
      small = [];
    }
  });
  return [...result, ...addedUp(small)];
}

function addedUp(rows: readonly LedgerRow[]): readonly LedgerRow[] {
  if (rows.length < 2) return rows;
  const sum = (of: (row: LedgerRow) => number | undefined): number | undefined =>
    rows.every((row) => of(row) === undefined)
      ? undefined
      : rows.reduce((total, row) => total + (of(row) ?? 0), 0);
  return [
    {
      label: `${rows.length} more`,
      value: sum((row) => row.value),
      running: rows.findLast((row) => row.running !== undefined)?.running,
      talk: sum((row) => row.talk),
    },
  ];
}
