import type { Figure } from '@plimsoll/trace';

/** Something to know about an answer beside its figures: what it is, how grave, where it stands, and what to do. */
export interface RecoveryFinding {
  readonly ruleId: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly title: string;
  readonly message: string;
  /** A JSON pointer when it begins with `/`, else a configuration key. */
  readonly path: string;
  readonly evidence: readonly FindingEvidence[];
  readonly fix?: { readonly set: Readonly<Record<string, string>>; readonly unset: readonly string[] };
  /** Formula number. */
  readonly reference: string;
}

export interface FindingEvidence {
  readonly name: string;
  readonly value: number | string | boolean;
  readonly unit: string;
  readonly from: string;
}

/** A figure as the evidence of a finding. */
export const evidence = (name: string, figure: Figure): FindingEvidence => ({
  name,
  value: figure.value,
  unit: figure.unit,
  from: figure.kind === 'derived' ? figure.key : figure.from,
});

const SEVERITIES: readonly RecoveryFinding['severity'][] = ['error', 'warning', 'info'];

/** Severity, then rule, then path: the same inputs always give the same findings in the same order. */
export const inOrder = (findings: readonly RecoveryFinding[]): RecoveryFinding[] =>
  [...findings].sort(
    (a, b) =>
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
      compared(a.ruleId, b.ruleId) ||
      compared(a.path, b.path),
  );

const compared = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
