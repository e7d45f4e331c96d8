export const SEVERITIES = ['error', 'warning', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

export interface Evidence {
  readonly name: string;
  readonly value: number | string | boolean;
  readonly unit: string;
  /** A configuration key as `/config/…`, a pointer into the request, a formula, or `flink` for what Flink itself says. */
  readonly from: string;
}

/** Keys to set and to take out. */
export interface Fix {
  readonly set: Readonly<Record<string, string>>;
  readonly unset: readonly string[];
}

/** What a rule found. */
export interface Finding {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly title: string;
  readonly message: string;
  /** A JSON pointer when it begins with `/`, else a configuration key. */
  readonly path: string;
  readonly evidence: readonly Evidence[];
  readonly fix?: Fix;
  readonly reference: string;
}

/** Severity, then rule, then path, then message: the same inputs always give the same findings in the same order. */
export const inOrder = (findings: readonly Finding[]): Finding[] =>
  [...findings].sort(
    (a, b) =>
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
      compared(a.ruleId, b.ruleId) ||
      compared(a.path, b.path) ||
      compared(a.message, b.message),
  );

const compared = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
