import type { FlinkRefusal } from '@plimsoll/memory';
import { pointerTo, valueAt } from '../../problem/pointer.js';
import { ProblemException } from '../../problem/problem-exception.js';
import { hiddenIn, isSensitiveKey } from '../../problem/sensitive-keys.js';

/**
 * FLINK_REJECTS_CONFIG: what Flink would throw, which options are at odds, and the nearest configuration that works. Where one of
 * the options is a secret by its name, its value in the body is hidden wherever it would be repeated.
 */
export function flinkRejects(refusal: FlinkRefusal, body: unknown): ProblemException {
  const secrets = refusal.keys
    .filter(isSensitiveKey)
    .map((key) => valueAt(body, pointerTo('/config', key)))
    .filter((value) => typeof value === 'string' && value !== '');
  return new ProblemException('FLINK_REJECTS_CONFIG', {
    ...(secrets.length === 0 ? refusal : hidden(refusal, secrets.map(String))),
  });
}

const hidden = (refusal: FlinkRefusal, secrets: readonly string[]): object =>
  JSON.parse(JSON.stringify(refusal), (_name, value) =>
    typeof value === 'string' ? hiddenIn(value, secrets) : value,
  );
