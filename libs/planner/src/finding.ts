import type { Figure } from '@plimsoll/trace';
import type { Finding, FindingEvidence } from './result.js';

const SEVERITIES: readonly Finding['severity'][] = ['error', 'warning', 'info'];

/** A figure as the evidence of a finding. */
export const evidence = (name: string, figure: Figure): FindingEvidence => ({
  name,
  value: figure.value,
  unit: figure.unit,
  from: figure.kind === 'derived' ? figure.key : figure.from,
});

/** Severity, then rule, then path: the same inputs always give the same findings in the same order. */
export const inOrder = (findings: readonly Finding[]): Finding[] =>
  [...findings].sort(
    (a, b) =>
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
      compared(a.ruleId, b.ruleId) ||
      compared(a.path, b.path),
  );

const compared = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
