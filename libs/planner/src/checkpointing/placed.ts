import type { Step } from '@plimsoll/trace';
import type { Finding } from '../result.js';

/** A part of a plan, and what it finds. */
export interface Placed<T> {
  readonly section: T;
  readonly findings: readonly Finding[];
}

/** The step with pointers of fields that the configuration gave led to their keys. */
export const asConfigured =
  (origins: Readonly<Record<string, string>>) =>
  (step: Step): Step =>
    step.inputs.some(({ from }) => Object.hasOwn(origins, from))
      ? {
          ...step,
          inputs: step.inputs.map((input) => ({ ...input, from: origins[input.from] ?? input.from })),
        }
      : step;
