import { javaDoubleText } from '@plimsoll/units';
import { type Document, isScalar, parseDocument, visit } from 'yaml';

/** Longer texts are no lists that anyone wrote by hand; they are read as they were before YAML. */
const LONGEST = 65_536;
const DEEPEST = 100;
const MOST_ALIASES = 50;

const PARSING = {
  version: '1.2',
  schema: 'core',
  intAsBigInt: true,
  logLevel: 'error',
  // Both take time by the square of the text; the second is looked at below.
  prettyErrors: false,
  uniqueKeys: false,
} as const;

/**
 * One document of YAML 1.2 as plain values: mappings as Map, whole numbers as bigint so that they can be told from fractions.
 * @returns undefined where it is no YAML, or a collection that holds itself
 */
export function readYaml(text: string): unknown {
  if (text.length > LONGEST) return undefined;
  try {
    const document = parseDocument(text, PARSING);
    if (document.errors.length > 0 || document.warnings.length > 0) return undefined;
    const value: unknown = document.toJS({ mapAsMap: true, maxAliasCount: MOST_ALIASES });
    return isShallow(value, 0) && hasUniqueKeys(document) ? value : undefined;
  } catch {
    return undefined;
  }
}

function hasUniqueKeys(document: Document): boolean {
  let unique = true;
  visit(document, {
    Map: (_, { items }) => {
      const names = items.flatMap(({ key }) =>
        isScalar(key) ? [`${typeof key.value} ${String(key.value)}`] : [],
      );
      if (new Set(names).size < names.length) unique = false;
    },
  });
  return unique;
}

function isShallow(value: unknown, depth: number): boolean {
  if (!Array.isArray(value) && !(value instanceof Map)) return true;
  return depth < DEEPEST && [...value].every((member) => isShallow(member, depth + 1));
}

/** A value within a list or a map as Flink's own writer of YAML has it; undefined where it is nothing. */
export function yamlText(value: unknown): string | undefined {
  if (value === null || value === undefined) return undefined;
  return typeof value === 'string' ? value : flowText(value);
}

function flowText(value: unknown): string {
  if (typeof value === 'number') return numberText(value);
  if (Array.isArray(value)) return `[${value.map(flowItem).join(', ')}]`;
  if (value instanceof Map) {
    return `{${[...value].map(([key, entry]) => `${flowItem(key)}: ${flowItem(entry)}`).join(', ')}}`;
  }
  return String(value);
}

function numberText(value: number): string {
  if (Number.isNaN(value)) return '.nan';
  if (!Number.isFinite(value)) return value > 0 ? '.inf' : '-.inf';
  return javaDoubleText(value);
}

const flowItem = (value: unknown): string => {
  if (value === null || value === undefined) return 'null';
  if (typeof value !== 'string') return flowText(value);
  return isPlain(value) ? value : `'${value.replaceAll("'", "''")}'`;
};

/** Whether a text can stand in a flow collection as it is and stay a text. */
const isPlain = (text: string): boolean => {
  if (!/^[\w./$@-][\w ./$@:*+-]*$/.test(text) || /:(?:\s|$)|\s$|^[-@](?:\s|$)|^@/.test(text)) return false;
  return typeof readYaml(text) === 'string';
};
