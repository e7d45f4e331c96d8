import type { Unit } from '@plimsoll/units';
import type { Evidence } from './evidence.js';
import type { FormulaText } from './formula.js';
import type { Parameter } from './parameter.js';

/** One number of the formula table, with every expression of it that the service computes. */
export interface FormulaEntry {
  /** `F1.3`. */
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly evidence: Evidence;
  readonly expressions: readonly FormulaExpression[];
  /** Where it is used: calculators, by their name in the interfaces. */
  readonly usedBy: readonly string[];
}

export interface FormulaExpression {
  readonly label: string;
  readonly text: string;
  readonly unit: Unit;
  readonly inputs: readonly { readonly name: string; readonly unit: Unit }[];
  readonly evidence: Evidence;
}

/** A number of the table without what is computed by it. */
export type FormulaHeading = Omit<FormulaEntry, 'expressions' | 'usedBy'>;

/** What a calculator computes with; the same formula may stand with several calculators. */
export interface UseOfFormulas {
  readonly calculator: string;
  readonly formulas: readonly FormulaText[];
  /** Constants belong to a number of the table too, whether or not it has a formula. */
  readonly parameters: readonly Parameter[];
}

/** The formula table: what is computed under each heading, from the very objects that compute. */
export function formulaTable(
  headings: readonly FormulaHeading[],
  uses: readonly UseOfFormulas[],
): readonly FormulaEntry[] {
  return headings.map((heading) => {
    const isHere = ({ reference }: { readonly reference: string }): boolean => reference === heading.id;
    const users = uses.filter(({ formulas, parameters }) => formulas.some(isHere) || parameters.some(isHere));
    const formulas = new Set(users.flatMap((use) => use.formulas.filter(isHere)));
    return {
      ...heading,
      expressions: [...formulas].map(expression),
      usedBy: [...new Set(users.map(({ calculator }) => calculator))],
    };
  });
}

/** Several tables as one, by number. A number that stands in two of them keeps the first heading and gets what is new of the second. */
export function joinedTables(...tables: readonly (readonly FormulaEntry[])[]): readonly FormulaEntry[] {
  const byId = new Map<string, FormulaEntry>();
  for (const entry of tables.flat()) {
    const known = byId.get(entry.id);
    byId.set(entry.id, known === undefined ? entry : joined(known, entry));
  }
  return [...byId.values()].sort(byNumber);
}

function joined(first: FormulaEntry, second: FormulaEntry): FormulaEntry {
  const texts = new Set(first.expressions.map(asText));
  return {
    ...first,
    expressions: [...first.expressions, ...second.expressions.filter((one) => !texts.has(asText(one)))],
    usedBy: [...new Set([...first.usedBy, ...second.usedBy])],
  };
}

const asText = (one: FormulaExpression): string => JSON.stringify(one);

const byNumber = (a: FormulaEntry, b: FormulaEntry): number =>
  a.id.localeCompare(b.id, 'en', { numeric: true });

const expression = (by: FormulaText): FormulaExpression => ({
  label: by.label,
  text: by.text,
  unit: by.unit,
  inputs: Object.values(by.inputs).map((unit, at) => ({ name: by.words[at] ?? '', unit })),
  evidence: by.evidence,
});
