import { setImmediate } from 'node:timers/promises';
import { ok } from '@plimsoll/units';
import { accept, type ModelClass } from '../../fields/index.js';
import type { Problem } from '../../problem/problem.js';
import { ProblemException } from '../../problem/problem-exception.js';

/** The most requests in one batch. */
export const MOST_REQUESTS = 1000;

/** What the same request would have been answered alone: one of the two is null. Pointers are into that request. */
export interface BatchResult<R> {
  readonly value: R | null;
  readonly problem: Problem | null;
}

/** Other callers wait no longer than this for a batch to let them in. */
const LONGEST_TURN_MS = 20;

/**
 * Answers every request of a batch by itself, in order, and lets others in between. Throws only where there is no list of
 * requests, or too long a one.
 */
export async function memoryBatch<R>(
  type: ModelClass<{ requests: readonly unknown[] }>,
  raw: unknown,
  answer: (request: unknown) => R,
): Promise<{ readonly results: readonly BatchResult<R>[] }> {
  const { requests } = accept(type, raw, ok);
  const results: BatchResult<R>[] = [];
  let turn = performance.now();
  for (const request of requests) {
    results.push(resultOf(request, answer));
    if (performance.now() - turn < LONGEST_TURN_MS) continue;
    await setImmediate();
    turn = performance.now();
  }
  return { results };
}

function resultOf<R>(request: unknown, answer: (request: unknown) => R): BatchResult<R> {
  try {
    return { value: answer(request), problem: null };
  } catch (thrown) {
    if (thrown instanceof ProblemException) return { value: null, problem: thrown.problem };
    throw thrown;
  }
}
