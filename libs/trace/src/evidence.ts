/** How firm a figure is, from the firmest to the weakest. */
export const EVIDENCE = ['verified', 'stated', 'derived', 'heuristic', 'unverified'] as const;
export type Evidence = (typeof EVIDENCE)[number];

export const EVIDENCE_MEANING: Readonly<Record<Evidence, string>> = {
  verified: 'checked against Flink’s code or a run of it',
  stated: 'said so by a source that is named, or by the caller',
  derived: 'follows by arithmetic from its inputs',
  heuristic: 'a rule of thumb, or measured for one case',
  unverified: 'not checked; calibrate before use',
};

/** Only `heuristic` and `unverified` weaken what they enter; the firm marks are peers. */
export const WEIGHT: Readonly<Record<Evidence, number>> = {
  verified: 0,
  stated: 0,
  derived: 0,
  heuristic: 1,
  unverified: 2,
};

/** The weaker of two marks; of two equally firm ones the first. */
export const weaker = (a: Evidence, b: Evidence): Evidence => (WEIGHT[b] > WEIGHT[a] ? b : a);
