import { type Known, known, knownDefault } from '@plimsoll/trace';
import { type FlinkVersion, isFrom, parseJavaDouble } from '@plimsoll/units';
import { configPointer } from '../option.js';
import type { FlinkConfig } from '../request.js';
import type { FlinkRefusal } from '../result.js';
import type { PodProcess } from './request.js';

export const limitFactorKey = (component: PodProcess): string =>
  `kubernetes.${component}.memory.limit-factor`;

type LimitFactor =
  | { readonly kind: 'factor'; readonly factor: Known<'ratio'> }
  | { readonly kind: 'refused'; readonly refusal: FlinkRefusal };

/** By how much the pod's limit exceeds its request. The option came with 1.15; before, limit and request are one. */
export function limitFactor(config: FlinkConfig, version: FlinkVersion, component: PodProcess): LimitFactor {
  const key = limitFactorKey(component);
  const text = Object.hasOwn(config, key) ? config[key] : undefined;
  if (text === undefined || !isFrom(version, 1, 15)) {
    return { kind: 'factor', factor: knownDefault('ratio', 1, key) };
  }
  const parsed = parseJavaDouble(text);
  if (parsed.kind === 'thrown') {
    return refused(key, `Could not parse value '${text}' for key '${key}'.`, `"${text}" is no number`);
  }
  if (parsed.value >= 1) return { kind: 'factor', factor: known('ratio', parsed.value, configPointer(key)) };
  return refused(
    key,
    `${key} should be greater or equal to 1.`,
    `${text} would put the limit below the request`,
  );
}

const refused = (key: string, flinkMessage: string, why: string): LimitFactor => ({
  kind: 'refused',
  refusal: {
    flinkException: 'IllegalArgumentException',
    flinkMessage,
    detail: `${key} is the pod's limit over its request: ${why}. At 1.0 the two are equal.`,
    keys: [key],
    nearest: { set: { [key]: '1.0' }, unset: [] },
  },
});
