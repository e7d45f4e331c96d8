import type { LintFacts } from './facts.js';
import type { Evidence, Fix, Severity } from './finding.js';

export const FAMILIES = [
  'memory',
  'checkpointing',
  'state',
  'work-distribution',
  'upgrade-safety',
  'availability',
  'security',
  'dataflow',
  'file',
] as const;
export type Family = (typeof FAMILIES)[number];

/** What a rule has to know beside the configuration. */
export const NEEDS = [
  'workload',
  'cluster',
  'checkpointing',
  'observed',
  'series',
  'deployment',
  'job',
  'environment',
] as const;
export type Need = (typeof NEEDS)[number];

export const RULE_SETS = ['production', 'development', 'mini-cluster'] as const;
export type RuleSet = (typeof RULE_SETS)[number];

/** One place where a rule does not hold. */
export interface Violation {
  /** What is wrong here, by which numbers, and what to do. */
  readonly message: string;
  /** A configuration key, or a JSON pointer into what was given. */
  readonly path: string;
  readonly evidence: readonly Evidence[];
  readonly fix?: Fix;
  /** Where this place is worse or better than the rule says in general. */
  readonly severity?: Severity;
}

/** What a team has learnt about configurations of Flink, and how to find where it was not heeded. */
export interface Rule {
  /** Stable, kebab-case. */
  readonly id: string;
  readonly family: Family;
  readonly severity: Severity;
  /** The title of its findings. */
  readonly title: string;
  /** Why it matters, for its page: what happens to a job that does not heed it. */
  readonly why: string;
  /** What to do, in general. */
  readonly remedy: string;
  /** A formula (`F8.1`) or a section of Flink's documentation. */
  readonly reference: string;
  /** The talk or post that teaches it, or Flink's documentation. */
  readonly source: string;
  /** Without these it cannot be judged. */
  readonly needs: readonly Need[];
  /** Where it applies; everywhere, unless told. */
  readonly sets?: readonly RuleSet[];
  /** Versions before have nothing that it could judge: `1.19`. */
  readonly since?: `${number}.${number}`;
  /** The last version that it is about. */
  readonly until?: `${number}.${number}`;
  check(facts: LintFacts): readonly Violation[];
}
