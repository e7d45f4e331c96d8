import type { MemoryAnswer } from '@plimsoll/memory';
import { ok } from '@plimsoll/units';
import { accept, type ModelClass } from '../../fields/index.js';
import { flinkRejects } from './flink-rejects.js';

/**
 * Reads a body and hands it to a calculator of memory: the one way in for both doors. Throws INVALID_REQUEST (400), then
 * INVALID_VALUE (422), each with every field; then FLINK_REJECTS_CONFIG (422).
 */
export function memoryAnswer<T extends object, R>(
  type: ModelClass<T>,
  raw: unknown,
  calculate: (request: T) => MemoryAnswer<R>,
): R {
  const answer = accept(type, raw, (request) => {
    const given = calculate(request);
    return given.kind === 'rejected' ? given : ok(given);
  });
  if (answer.kind === 'refused') throw flinkRejects(answer.refusal, raw);
  return answer.value;
}
