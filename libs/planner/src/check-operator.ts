import { FROM_ZERO, type Judge, MAX_PARALLELISM, ONE_OR_MORE, POSITIVE, SHARE } from './judge.js';
import type { Join, Operator, OperatorKind, Window } from './request.js';
import { operatorPointer } from './scope.js';

const MAX_ID = 200;
/** Control characters and halves of surrogate pairs, which no text column takes. */
const UNPRINTABLE = /\p{Cc}|\p{Cs}/u;

/** Fields that belong to one kind of operator only. */
const ONLY: readonly { field: keyof Operator; kinds: readonly OperatorKind[] }[] = [
  { field: 'recordsPerSecond', kinds: ['source'] },
  { field: 'recordBytes', kinds: ['source'] },
  { field: 'connector', kinds: ['source', 'sink'] },
  { field: 'window', kinds: ['window'] },
  { field: 'join', kinds: ['join'] },
];

const NEEDED: Readonly<Partial<Record<OperatorKind, readonly (keyof Operator)[]>>> = {
  source: ['recordsPerSecond', 'recordBytes'],
  window: ['window', 'keys'],
  join: ['join', 'keys'],
};

export function checkOperator(judge: Judge, operator: Operator, index: number): void {
  const at = (field: string): string => operatorPointer(index, field);
  checkId(judge, operator.id, at('id'));
  for (const { field, kinds } of ONLY) {
    if (operator[field] !== undefined && !kinds.includes(operator.kind)) {
      judge.reject(
        at(field),
        `belongs to ${kinds.join(' and ')} only, not to ${operator.kind}`,
        operator[field],
      );
    }
  }
  for (const field of NEEDED[operator.kind] ?? []) {
    if (operator[field] === undefined)
      judge.reject(at(field), `is needed for a ${operator.kind}${why(field)}`);
  }
  judge.within(at('recordsPerSecond'), operator.recordsPerSecond, FROM_ZERO);
  judge.within(at('recordBytes'), operator.recordBytes, POSITIVE);
  judge.within(at('parallelism'), operator.parallelism, { ...ONE_OR_MORE, max: MAX_PARALLELISM });
  judge.within(at('selectivity'), operator.selectivity, operator.kind === 'filter' ? SHARE : FROM_ZERO);
  judge.within(at('output/recordBytes'), operator.output?.recordBytes, POSITIVE);
  judge.within(at('cpuMicrosPerRecord'), operator.cpuMicrosPerRecord, POSITIVE);
  judge.within(at('keys'), operator.keys, ONE_OR_MORE);
  checkState(judge, operator, at);
  if (operator.window !== undefined && operator.kind === 'window') checkWindow(judge, operator.window, at);
  if (operator.join !== undefined && operator.kind === 'join') checkJoin(judge, operator.join, at);
}

const why = (field: string): string => (field === 'keys' ? '; a stream that is not keyed has 1' : '');

function checkId(judge: Judge, id: string, pointer: string): void {
  if (id.length === 0) judge.reject(pointer, 'must not be empty', id);
  else if (id.length > MAX_ID) judge.reject(pointer, `must have at most ${MAX_ID} characters`, id.length);
  else if (UNPRINTABLE.test(id)) judge.reject(pointer, 'must be printable text');
  else if (id.includes('->'))
    judge.reject(pointer, 'must not hold "->", which parts the ends of an edge', id);
}

function checkState(judge: Judge, operator: Operator, at: (field: string) => string): void {
  const { state } = operator;
  if (state === undefined) return;
  if (operator.keys === undefined)
    judge.reject(at('keys'), 'is needed with state; state that is not keyed has 1');
  judge.within(at('state/entryBytes'), state.entryBytes, POSITIVE);
  judge.within(at('state/keyBytes'), state.keyBytes, FROM_ZERO);
  judge.within(at('state/valueBytes'), state.valueBytes, FROM_ZERO);
  judge.within(at('state/snapshotEntryBytes'), state.snapshotEntryBytes, POSITIVE);
  judge.within(at('state/cacheHitRatio'), state.cacheHitRatio, SHARE);
  judge.within(at('state/writeAmplification'), state.writeAmplification, { min: 1, max: 1000 });
  judge.within(at('state/newKeysPerSecond'), state.newKeysPerSecond, FROM_ZERO);
  judge.within(at('state/timeToLive'), state.timeToLive, FROM_ZERO);
}

type Fields<T> = Readonly<Record<string, readonly (keyof T & string)[]>>;

const WINDOW_NEEDS: Fields<Window> = {
  tumbling: ['size'],
  sliding: ['size', 'slide'],
  session: ['gap'],
  global: [],
};
const WINDOW_TAKES: Fields<Window> = {
  tumbling: ['size', 'drain'],
  sliding: ['size', 'slide', 'drain'],
  session: ['gap'],
  global: ['countTrigger'],
};

function checkWindow(judge: Judge, window: Window, at: (field: string) => string): void {
  const { assigner } = window;
  for (const field of WINDOW_NEEDS[assigner] ?? []) {
    if (window[field] === undefined)
      judge.reject(at(`window/${field}`), `is needed for a ${assigner} window`);
  }
  for (const field of ['size', 'slide', 'gap', 'countTrigger', 'drain'] as const) {
    if (window[field] !== undefined && !WINDOW_TAKES[assigner]?.includes(field)) {
      judge.reject(at(`window/${field}`), `does not belong to a ${assigner} window`, window[field]);
    } else {
      judge.within(at(`window/${field}`), window[field], field === 'countTrigger' ? ONE_OR_MORE : POSITIVE);
    }
  }
  const slide = window.slide ?? window.size;
  if (window.drain !== undefined && slide !== undefined && window.drain > slide) {
    judge.reject(
      at('window/drain'),
      `must be at most the slide of ${slide} ms, or firings pile up`,
      window.drain,
    );
  }
}

const JOIN_NEEDS: Fields<Join> = { window: ['size'], interval: ['lower', 'upper'], regular: [] };
const JOIN_TAKES: Fields<Join> = { window: ['size'], interval: ['lower', 'upper'], regular: ['stateTtl'] };

function checkJoin(judge: Judge, join: Join, at: (field: string) => string): void {
  for (const field of JOIN_NEEDS[join.type] ?? []) {
    if (join[field] === undefined)
      judge.reject(at(`join/${field}`), `is needed for a join of type ${join.type}`);
  }
  for (const field of ['size', 'lower', 'upper', 'stateTtl'] as const) {
    if (join[field] !== undefined && !JOIN_TAKES[join.type]?.includes(field)) {
      judge.reject(at(`join/${field}`), `does not belong to a join of type ${join.type}`, join[field]);
    } else if (field === 'size' || field === 'stateTtl')
      judge.within(at(`join/${field}`), join[field], POSITIVE);
    else judge.within(at(`join/${field}`), join[field], { min: -1e18, max: 1e18 });
  }
  if (join.lower !== undefined && join.upper !== undefined && join.lower > join.upper) {
    judge.reject(at('join/lower'), `must be at most the upper bound of ${join.upper} ms`, join.lower);
  }
}
