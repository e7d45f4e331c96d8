import { derive, type Figure, formula, parameter, sum } from '@plimsoll/trace';
import { INCREMENTAL_REWRITE, SPACE_AMPLIFICATION } from './parameters.js';
import type { StateFacts } from './state.js';
import { touchedEntries, touchedEntriesWithin } from './touched-entries.js';

/**
 * Bytes of one checkpoint of the whole job. A full one writes every entry. An incremental one uploads the new files: what
 * changed and what compaction wrote anew, at most every file there is, which is more than the entries alone.
 */
const FULL = formula({
  reference: 'F4.3',
  label: 'Full checkpoint of an operator',
  unit: 'bytes',
  inputs: { entries: 'count', snapshotEntryBytes: 'bytes' },
  text: 'entries × snapshotEntryBytes',
  compute: ({ entries, snapshotEntryBytes }) => entries * snapshotEntryBytes,
});

const INCREMENT = formula({
  reference: 'F4.3',
  label: 'Incremental checkpoint of an operator',
  unit: 'bytes',
  inputs: {
    changedEntries: 'count',
    snapshotEntryBytes: 'bytes',
    rewrite: 'ratio',
    fullBytes: 'bytes',
    spaceAmplification: 'ratio',
  },
  text: 'min(changedEntries × snapshotEntryBytes × rewrite, fullBytes × spaceAmplification)',
  compute: ({ changedEntries, snapshotEntryBytes, rewrite, fullBytes, spaceAmplification }) =>
    Math.min(changedEntries * snapshotEntryBytes * rewrite, fullBytes * spaceAmplification),
});

export interface FileGrowth {
  readonly rewrite: Figure<'ratio'>;
  readonly spaceAmplification: Figure<'ratio'>;
}

/** What is assumed where nothing was measured. */
export const ASSUMED_GROWTH: FileGrowth = {
  rewrite: parameter(INCREMENTAL_REWRITE),
  spaceAmplification: parameter(SPACE_AMPLIFICATION),
};

/** Full checkpoint of the whole job; the operators apart are its inputs. */
export function fullSize(states: readonly StateFacts[]): Figure<'bytes'> {
  const terms = states.map((state) => ({ name: state.id, figure: fullOf(state) }));
  return oneOrSum('checkpoint.fullBytes', 'Full checkpoint', terms);
}

/** Incremental checkpoint of the whole job at an interval. `prefix` tells apart several in one trace. */
export function incrementalSize(
  states: readonly StateFacts[],
  interval: Figure<'ms'>,
  prefix: string,
  { rewrite, spaceAmplification }: FileGrowth = ASSUMED_GROWTH,
): Figure<'bytes'> {
  const terms = states.map((state) => {
    const key = `${prefix}.${state.id}`;
    const changedEntries = touchedEntries(state, interval, key);
    const { snapshotEntryBytes } = state;
    const fullBytes = fullOf(state);
    const figure = derive(`${key}.increment`, INCREMENT, {
      changedEntries,
      snapshotEntryBytes,
      rewrite,
      fullBytes,
      spaceAmplification,
    });
    return { name: state.id, figure };
  });
  return oneOrSum(`${prefix}.increment`, 'Incremental checkpoint', terms);
}

/** Plainly, for search: bytes of a full checkpoint. */
export const fullBytes = (states: readonly StateFacts[]): number =>
  states.reduce(
    (total, { entries, snapshotEntryBytes }) => total + entries.value * snapshotEntryBytes.value,
    0,
  );

/** Plainly, for search: bytes of an incremental checkpoint at an interval in milliseconds. */
export function incrementalBytes(
  states: readonly StateFacts[],
  intervalMs: number,
  { rewrite, spaceAmplification }: FileGrowth = ASSUMED_GROWTH,
): number {
  let total = 0;
  for (const state of states) {
    const { entries, snapshotEntryBytes } = state;
    total += Math.min(
      touchedEntriesWithin(state, intervalMs) * snapshotEntryBytes.value * rewrite.value,
      entries.value * snapshotEntryBytes.value * spaceAmplification.value,
    );
  }
  return total;
}

const fullFigures = new WeakMap<StateFacts, Figure<'bytes'>>();

/** One figure for each operator, however many sizes it enters: steps are shared by their object. */
function fullOf(state: StateFacts): Figure<'bytes'> {
  const known = fullFigures.get(state);
  if (known !== undefined) return known;
  const { id, entries, snapshotEntryBytes } = state;
  const figure = derive(`checkpoint.${id}.fullBytes`, FULL, { entries, snapshotEntryBytes });
  fullFigures.set(state, figure);
  return figure;
}

function oneOrSum(
  key: string,
  label: string,
  terms: readonly { readonly name: string; readonly figure: Figure<'bytes'> }[],
): Figure<'bytes'> {
  const [only] = terms;
  return only !== undefined && terms.length === 1
    ? only.figure
    : sum(key, 'bytes', { label, reference: 'F4.3' }, terms);
}

export const CHECKPOINT_SIZE_FORMULAS = [FULL, INCREMENT];
