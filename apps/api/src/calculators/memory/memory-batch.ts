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

/** Answers every request of a batch by itself, in order. Throws only where there is no list of requests, or too long a one. */
export function memoryBatch<R>(
  type: ModelClass<{ requests: readonly unknown[] }>,
  raw: unknown,
  answer: (request: unknown) => R,
): { readonly results: readonly BatchResult<R>[] } {
  const { requests } = accept(type, raw, ok);
  return { results: requests.map((request) => resultOf(request, answer)) };
}

function resultOf<R>(request: unknown, answer: (request: unknown) => R): BatchResult<R> {
  try {
    return { value: answer(request), problem: null };
  } catch (thrown) {
    if (thrown instanceof ProblemException) return { value: null, problem: thrown.problem };
    throw thrown;
  }
}
