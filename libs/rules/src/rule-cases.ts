import type { FlinkConfig } from '@plimsoll/flink-config';
import type { LintContext } from './facts.js';
import type { Fix, Severity } from './finding.js';
import type { RuleChoice } from './lint.js';

interface RuleCase extends LintContext {
  /** What is so here, as a sentence about Flink. */
  readonly name: string;
  readonly flinkVersion: string;
  readonly config: FlinkConfig;
  /** For a rule that does not apply in production. */
  readonly rules?: RuleChoice;
}

/** A case in which the rule finds something. */
export interface FiringCase extends RuleCase {
  readonly path: string;
  readonly severity?: Severity;
  readonly fix?: Fix;
}

/** The cases that a rule is held to, and its page shows. */
export interface RuleCases {
  readonly fires: readonly FiringCase[];
  readonly silent: readonly RuleCase[];
}
