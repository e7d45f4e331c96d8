import type { Confidence } from '../confidence.js';
import type { DiagnosisEvidence, Measurement, MemoryPool, NotThis, Remedy } from './diagnosis.js';
import type { Facts } from './facts.js';

/** Where in the symptom a cause was seen. */
export interface Sighting {
  readonly by: 'text' | 'exitCode' | 'reason';
  /** Offset in the text; 0 for the others. */
  readonly at: number;
  readonly quote: string | null;
  readonly line: number | null;
  /** The text from the sign on, cut off where no figure of the message is further. */
  readonly excerpt: string;
}

/** What a cause makes of the facts. */
export interface Judgement {
  /** Where it differs from the cause's. */
  readonly pool?: MemoryPool;
  readonly explanation: string;
  readonly confidence: Confidence;
  readonly evidence?: readonly DiagnosisEvidence[];
  readonly remedy?: Remedy | null;
  /** Required where there is no remedy. */
  readonly noRemedyReason?: string | null;
  readonly notThis?: readonly NotThis[];
  readonly measureNext?: readonly Measurement[];
}

/**
 * How near a statement is to what went wrong first: `start` it never ran; `pool` it names what ran out; `container` who ended the
 * process, and why; `ending` only that it ended; `consequence` what others noticed of it.
 */
export const RANKS = ['start', 'pool', 'container', 'ending', 'consequence'] as const;
export type Rank = (typeof RANKS)[number];

/** One way to run out of memory, or to seem to. */
export interface Cause {
  readonly id: string;
  readonly pool: MemoryPool;
  readonly rank: Rank;
  /** Texts of which one has to occur as it stands. */
  readonly signs?: readonly string[];
  /** What may follow a sign that then says the opposite. */
  readonly unless?: RegExp;
  readonly exitCodes?: readonly number[];
  readonly reasons?: readonly string[];
  /** Causes whose signs on the same lines this one explains. */
  readonly explains?: readonly string[];
  readonly judge: (facts: Facts, sighting: Sighting) => Judgement;
}
