import { formula } from '@plimsoll/trace';

/**
 * F1.9: joins of two streams over uniform keys. `left` and `right` are records per second of the first and the second
 * incoming edge. Invariant: output falls with the number of keys; buffered records do not depend on it, but for a regular
 * join without TTL, which keeps one row per key and side.
 */
export const WINDOW_JOIN_OUT = formula({
  reference: 'F1.9',
  label: 'Joined records per second',
  unit: 'perSecond',
  inputs: { left: 'perSecond', right: 'perSecond', size: 'ms', keys: 'count' },
  text: 'left × right × size ÷ 1 s ÷ keys',
  compute: ({ left, right, size, keys }) => (left * right * size) / 1000 / keys,
});

export const WINDOW_JOIN_BUFFER = formula({
  reference: 'F1.9',
  label: 'Buffered records',
  unit: 'count',
  inputs: { left: 'perSecond', right: 'perSecond', size: 'ms' },
  text: '(left + right) × size ÷ 1 s',
  compute: ({ left, right, size }) => ((left + right) * size) / 1000,
});

export const INTERVAL_JOIN_OUT = formula({
  reference: 'F1.9',
  label: 'Joined records per second',
  unit: 'perSecond',
  inputs: { left: 'perSecond', right: 'perSecond', lower: 'ms', upper: 'ms', keys: 'count' },
  text: 'left × right × (upper − lower) ÷ 1 s ÷ keys',
  compute: ({ left, right, lower, upper, keys }) => (left * right * (upper - lower)) / 1000 / keys,
});

export const INTERVAL_JOIN_BUFFER = formula({
  reference: 'F1.9',
  label: 'Buffered records',
  unit: 'count',
  inputs: { left: 'perSecond', right: 'perSecond', lower: 'ms', upper: 'ms' },
  text: '(left × max(0, upper) + right × max(0, −lower)) ÷ 1 s',
  compute: ({ left, right, lower, upper }) =>
    (left * Math.max(0, upper) + right * Math.max(0, -lower)) / 1000,
});

export const REGULAR_JOIN_OUT = formula({
  reference: 'F1.9',
  label: 'Joined records per second',
  unit: 'perSecond',
  inputs: { left: 'perSecond', right: 'perSecond', stateTtl: 'ms', keys: 'count' },
  text: '2 × left × right × stateTtl ÷ 1 s ÷ keys',
  compute: ({ left, right, stateTtl, keys }) => (2 * left * right * stateTtl) / 1000 / keys,
});

export const REGULAR_JOIN_BUFFER = formula({
  reference: 'F1.9',
  label: 'Buffered records',
  unit: 'count',
  inputs: { left: 'perSecond', right: 'perSecond', stateTtl: 'ms' },
  text: '(left + right) × stateTtl ÷ 1 s',
  compute: ({ left, right, stateTtl }) => ((left + right) * stateTtl) / 1000,
});

/** Without TTL only a finite key domain bounds the state: one row per key and side, and each record meets one row. */
export const KEYED_JOIN_OUT = formula({
  reference: 'F1.9',
  label: 'Joined records per second',
  unit: 'perSecond',
  inputs: { left: 'perSecond', right: 'perSecond' },
  text: 'left + right',
  evidence: 'heuristic',
  compute: ({ left, right }) => left + right,
});

export const KEYED_JOIN_BUFFER = formula({
  reference: 'F1.9',
  label: 'Buffered records',
  unit: 'count',
  inputs: { keys: 'count' },
  text: '2 × keys',
  evidence: 'heuristic',
  compute: ({ keys }) => 2 * keys,
});

export const JOIN_FORMULAS = [
  WINDOW_JOIN_OUT,
  WINDOW_JOIN_BUFFER,
  INTERVAL_JOIN_OUT,
  INTERVAL_JOIN_BUFFER,
  REGULAR_JOIN_OUT,
  REGULAR_JOIN_BUFFER,
  KEYED_JOIN_OUT,
  KEYED_JOIN_BUFFER,
];
