import { derive, type Figure } from '@plimsoll/trace';
import type { Peak, Stream } from './dataflow.js';
import { KEYS_TOUCHED, NAIVE_ENTRIES, OPEN_ENTRIES } from './distinct-keys.js';
import type { Graph } from './graph.js';
import * as joins from './joins.js';
import type { Join, Window } from './request.js';
import { operatorPointer, type Scope } from './scope.js';
import * as windows from './windows.js';

/** What a window or join emits and holds. Any other operator has none: it sends what its selectivity leaves. */
export interface Emission {
  /** Results per second before selectivity, on average. */
  readonly records: Figure<'perSecond'>;
  /** Entries held just before a firing. */
  readonly entries: Figure<'count'>;
  /** State accesses for one record that arrives. */
  readonly panes: Figure<'count'> | null;
  readonly peak: Peak | null;
  /** Set where all results of one slide leave at once. */
  readonly firing: {
    readonly keys: Figure<'count'>;
    readonly every: Figure<'ms'>;
    readonly drain: Figure<'ms'>;
  } | null;
}

interface Place {
  readonly scope: Scope;
  readonly index: number;
  readonly key: string;
  readonly keys: Figure<'count'>;
}

export function emissionOf(
  scope: Scope,
  graph: Graph,
  index: number,
  input: Stream,
  arrivals: readonly Stream[],
): Emission | null {
  const operator = graph.operators[index];
  if (operator === undefined) return null;
  const place: Place = {
    scope,
    index,
    key: `operator.${operator.id}`,
    keys: scope.given('count', operator.keys ?? 1, operatorPointer(index, 'keys')),
  };
  if (operator.kind === 'window' && operator.window !== undefined)
    return windowEmission(place, operator.window, input);
  const [left, right] = arrivals;
  if (operator.kind === 'join' && operator.join !== undefined && left !== undefined && right !== undefined) {
    return joinEmission(place, operator.join, left, right, input);
  }
  return null;
}

const time = ({ scope, index }: Place, field: string, value: number | undefined) =>
  scope.given('ms', value ?? 0, operatorPointer(index, field));

function windowEmission(place: Place, window: Window, input: Stream): Emission {
  switch (window.assigner) {
    case 'tumbling':
    case 'sliding':
      return slidingEmission(place, window, input);
    case 'session':
      return sessionEmission(place, window, input);
    case 'global':
      return globalEmission(place, window, input);
  }
}

/** A tumbling window is a sliding one whose slide is its size. */
function slidingEmission(place: Place, window: Window, input: Stream): Emission {
  const { scope, key, keys } = place;
  const recordsPerSecond = input.records;
  const size = time(place, 'window/size', window.size);
  const slide = window.slide === undefined ? size : time(place, 'window/slide', window.slide);
  const panes = derive(`${key}.panes`, windows.PANES, { size, slide });
  const windowRecords = derive(`${key}.windowRecords`, windows.WINDOW_RECORDS, { recordsPerSecond, size });
  const full = scope.model === 'full';
  const keysPerFiring = full ? derive(`${key}.keysPerFiring`, KEYS_TOUCHED, { keys, windowRecords }) : keys;
  const entries = full
    ? derive(`${key}.openEntries`, OPEN_ENTRIES, { keys, recordsPerSecond, size, slide, panes })
    : derive(`${key}.openEntries`, NAIVE_ENTRIES, { keys, panes });
  const records = derive(`${key}.results`, windows.EMISSION, { keysPerFiring, slide });
  const firing = { keys: keysPerFiring, every: slide, drain: drainOf(place, window.drain, slide) };
  return { records, entries, panes, peak: burst(place, firing), firing };
}

function drainOf(place: Place, drain: number | undefined, slide: Figure<'ms'>): Figure<'ms'> {
  if (drain !== undefined) return time(place, 'window/drain', drain);
  return derive(`${place.key}.drain`, windows.DRAIN, { usualDrain: place.scope.parameter('drain'), slide });
}

const burst = ({ key, index }: Place, firing: { every: Figure<'ms'>; drain: Figure<'ms'> }): Peak => ({
  ratio: derive(`${key}.burst`, windows.BURST, { slide: firing.every, drain: firing.drain }),
  ms: firing.drain.value,
  windows: new Map([[index, null]]),
});

/** F1.8: sessions of different keys close at different times, so the output is even. */
function sessionEmission(place: Place, window: Window, input: Stream): Emission {
  const { key, keys } = place;
  const recordsPerSecond = input.records;
  const gap = time(place, 'window/gap', window.gap);
  return {
    records: derive(`${key}.results`, windows.SESSIONS_CLOSED, { recordsPerSecond, keys, gap }),
    entries: derive(`${key}.openEntries`, windows.SESSIONS_OPEN, { keys, recordsPerSecond, gap }),
    panes: null,
    peak: null,
    firing: null,
  };
}

/** A global window holds one entry per key for good; without a trigger it never fires. */
function globalEmission(place: Place, window: Window, input: Stream): Emission {
  const { scope, index, key, keys } = place;
  const trigger = window.countTrigger;
  const records =
    trigger === undefined
      ? scope.given('perSecond', 0, operatorPointer(index, 'window/assigner'))
      : derive(`${key}.results`, windows.COUNT_TRIGGER, {
          recordsPerSecond: input.records,
          countTrigger: scope.given('count', trigger, operatorPointer(index, 'window/countTrigger')),
        });
  return { records, entries: keys, panes: null, peak: input.peak, firing: null };
}

function joinEmission(
  place: Place,
  join: Join,
  leftSide: Stream,
  rightSide: Stream,
  input: Stream,
): Emission {
  const { key, keys } = place;
  const left = leftSide.records;
  const right = rightSide.records;
  const even = { panes: null, peak: input.peak, firing: null };
  switch (join.type) {
    case 'window': {
      const size = time(place, 'join/size', join.size);
      const records = derive(`${key}.results`, joins.WINDOW_JOIN_OUT, { left, right, size, keys });
      const entries = derive(`${key}.openEntries`, joins.WINDOW_JOIN_BUFFER, { left, right, size });
      const firing = { every: size, drain: drainOf(place, undefined, size) };
      return { records, entries, panes: null, peak: burst(place, firing), firing: null };
    }
    case 'interval': {
      const lower = time(place, 'join/lower', join.lower);
      const upper = time(place, 'join/upper', join.upper);
      const records = derive(`${key}.results`, joins.INTERVAL_JOIN_OUT, { left, right, lower, upper, keys });
      return {
        ...even,
        records,
        entries: derive(`${key}.openEntries`, joins.INTERVAL_JOIN_BUFFER, { left, right, lower, upper }),
      };
    }
    case 'regular': {
      if (join.stateTtl === undefined) {
        const records = derive(`${key}.results`, joins.KEYED_JOIN_OUT, { left, right });
        return { ...even, records, entries: derive(`${key}.openEntries`, joins.KEYED_JOIN_BUFFER, { keys }) };
      }
      const stateTtl = time(place, 'join/stateTtl', join.stateTtl);
      const records = derive(`${key}.results`, joins.REGULAR_JOIN_OUT, { left, right, stateTtl, keys });
      return {
        ...even,
        records,
        entries: derive(`${key}.openEntries`, joins.REGULAR_JOIN_BUFFER, { left, right, stateTtl }),
      };
    }
  }
}
