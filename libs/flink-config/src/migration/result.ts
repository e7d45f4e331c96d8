import type { FlinkConfig } from '../reading/index.js';

/** Which configuration is to move from one version of Flink to another. */
export interface MigrationRequest {
  readonly flinkVersion: string;
  readonly targetVersion: string;
  readonly config: FlinkConfig;
}

/** One entry of the configuration that is set, unset or written otherwise: all of them together make the one the other. */
export interface ConfigChange {
  readonly key: string;
  /** null: it was not there. */
  readonly from: string | null;
  /** null: it is there no longer. */
  readonly to: string | null;
  readonly reason: string;
}

export const SEVERITIES = ['error', 'warning', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

export interface FindingEvidence {
  readonly name: string;
  readonly value: string;
  readonly unit: string;
  readonly from: string;
}

export interface ConfigPatch {
  readonly set: Readonly<Record<string, string>>;
  readonly unset: readonly string[];
}

/** What moving the configuration does that its owner should know. Secrets are `******` in it. */
export interface MigrationFinding {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly title: string;
  readonly message: string;
  /** A configuration key, or a JSON pointer where it begins with `/`. */
  readonly path: string;
  readonly evidence: readonly FindingEvidence[];
  readonly fix?: ConfigPatch;
  /** Where the option is described by the service itself. */
  readonly reference: string;
}

export interface Migration {
  readonly config: Readonly<Record<string, string>>;
  readonly changes: readonly ConfigChange[];
  readonly findings: readonly MigrationFinding[];
}

/** By severity, rule and path: the same configuration always has the same list. */
export const inOrder = (findings: readonly MigrationFinding[]): readonly MigrationFinding[] =>
  findings.toSorted(
    (a, b) =>
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
      byText(a.ruleId, b.ruleId) ||
      byText(a.path, b.path),
  );

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
