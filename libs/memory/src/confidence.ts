/** How far the facts carry an answer, from the surest down. */
export const CONFIDENCE_LEVELS = ['high', 'medium', 'low'] as const;
export type ConfidenceLevel = (typeof CONFIDENCE_LEVELS)[number];

/** How far the facts carry an answer, and why so far and no further: one reason at the least. */
export interface Confidence {
  readonly level: ConfidenceLevel;
  readonly reasons: readonly string[];
}
