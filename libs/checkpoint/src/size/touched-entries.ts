import { derive, type Figure, formula } from '@plimsoll/trace';
import { distinctKeys } from './distinct-keys.js';
import type { StateFacts } from './state.js';
import { zipfKeys } from './zipf-keys.js';

/** Entries that change between two checkpoints: by uniform draws (F4.3), by skewed ones (F4.4), or one for each record. */
const UNIFORM = formula({
  reference: 'F4.3',
  label: 'Keys changed between two checkpoints',
  unit: 'count',
  inputs: { keys: 'count', updatesPerSecond: 'perSecond', interval: 'ms' },
  text: 'D(keys, updatesPerSecond × interval ÷ 1 s)',
  compute: ({ keys, updatesPerSecond, interval }) => distinctKeys(keys, (updatesPerSecond * interval) / 1000),
});

/** Σ over the keys of 1 − (1 − p)^n, p = k^−s ÷ H; from key 1000 on as an integral. */
const SKEWED = formula({
  reference: 'F4.4',
  label: 'Keys changed between two checkpoints, by Zipf’s law',
  unit: 'count',
  inputs: { keys: 'count', zipfExponent: 'ratio', updatesPerSecond: 'perSecond', interval: 'ms' },
  text: 'Z(keys, zipfExponent, updatesPerSecond × interval ÷ 1 s)',
  compute: ({ keys, zipfExponent, updatesPerSecond, interval }) =>
    zipfKeys(keys, zipfExponent).touched((updatesPerSecond * interval) / 1000),
});

const APPENDED = formula({
  reference: 'F4.3',
  label: 'Entries changed between two checkpoints',
  unit: 'count',
  inputs: { updatesPerSecond: 'perSecond', interval: 'ms' },
  text: 'updatesPerSecond × interval ÷ 1 s',
  compute: ({ updatesPerSecond, interval }) => (updatesPerSecond * interval) / 1000,
});

const OF_KEYS = formula({
  reference: 'F4.3',
  label: 'Entries changed between two checkpoints',
  unit: 'count',
  inputs: { changedKeys: 'count', entriesPerUpdate: 'count' },
  text: 'changedKeys × entriesPerUpdate',
  compute: ({ changedKeys, entriesPerUpdate }) => changedKeys * entriesPerUpdate,
});

/** Plainly, for search: entries that change within an interval of so many milliseconds. */
export function touchedEntriesWithin(state: StateFacts, intervalMs: number): number {
  const updates = (state.updatesPerSecond.value * intervalMs) / 1000;
  if (state.keys === undefined) return updates;
  const exponent = state.zipfExponent?.value ?? 0;
  const keys = state.keys.value;
  const touched = exponent === 0 ? distinctKeys(keys, updates) : zipfKeys(keys, exponent).touched(updates);
  return touched * (state.entriesPerUpdate?.value ?? 1);
}

/** The same as a figure. */
export function touchedEntries(state: StateFacts, interval: Figure<'ms'>, key: string): Figure<'count'> {
  const { keys, updatesPerSecond, zipfExponent, entriesPerUpdate } = state;
  if (keys === undefined) return derive(`${key}.changedEntries`, APPENDED, { updatesPerSecond, interval });
  const changedKeys =
    zipfExponent === undefined || zipfExponent.value === 0
      ? derive(`${key}.changedKeys`, UNIFORM, { keys, updatesPerSecond, interval })
      : derive(`${key}.changedKeys`, SKEWED, { keys, zipfExponent, updatesPerSecond, interval });
  return entriesPerUpdate === undefined
    ? changedKeys
    : derive(`${key}.changedEntries`, OF_KEYS, { changedKeys, entriesPerUpdate });
}

export const TOUCHED_FORMULAS = [UNIFORM, SKEWED, APPENDED, OF_KEYS];
