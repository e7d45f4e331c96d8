import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';
import { ProblemException } from '../problem/problem-exception.js';
import type { ProblemCode } from '../problem/problems.js';
import { QUERY_LIMITS } from './query-limits.js';

/** What a selection comes to once its fragments are put in. */
interface Cost {
  readonly depth: number;
  readonly introspectionDepth: number;
  readonly fields: number;
  /** Fields at its top, a batch as several. */
  readonly roots: number;
}

const NOTHING: Cost = { depth: 0, introspectionDepth: 0, fields: 0, roots: 0 };

/**
 * Refuses a document that asks for too much, in time linear to its length: each fragment is weighed once, however often
 * it is spread. Throws GRAPHQL_TOO_DEEP, GRAPHQL_TOO_MANY_FIELDS, GRAPHQL_TOO_MANY_CALCULATIONS,
 * GRAPHQL_TOO_MANY_DIRECTIVES or GRAPHQL_FRAGMENT_CYCLE.
 */
export function weigh(document: DocumentNode): void {
  countWritten(document);
  const fragments = new Map<string, FragmentDefinitionNode>();
  const operations: OperationDefinitionNode[] = [];
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
    else if (definition.kind === Kind.OPERATION_DEFINITION) operations.push(definition);
  }
  const weighed = new Map<string, Cost | 'open'>();
  for (const name of fragments.keys()) costOfFragment(name, fragments, weighed);
  for (const { selectionSet } of operations) judge(costOf(selectionSet, fragments, weighed));
}

function countWritten(document: DocumentNode): void {
  let fields = 0;
  let directives = 0;
  visit(document, {
    enter: ({ kind }) => {
      if (kind === Kind.FIELD) fields++;
      else if (kind === Kind.DIRECTIVE) directives++;
    },
  });
  within('GRAPHQL_TOO_MANY_DIRECTIVES', 'directives', directives, QUERY_LIMITS.directives);
  within('GRAPHQL_TOO_MANY_FIELDS', 'fields', fields, QUERY_LIMITS.fields);
}

function judge({ depth, introspectionDepth, fields, roots }: Cost): void {
  within('GRAPHQL_TOO_DEEP', 'levels', depth, QUERY_LIMITS.depth);
  within('GRAPHQL_TOO_DEEP', 'levels of introspection', introspectionDepth, QUERY_LIMITS.introspectionDepth);
  within('GRAPHQL_TOO_MANY_CALCULATIONS', 'calculations', roots, QUERY_LIMITS.calculations);
  within('GRAPHQL_TOO_MANY_FIELDS', 'selected fields', fields, QUERY_LIMITS.selectedFields);
}

function within(code: ProblemCode, what: string, count: number, limit: number): void {
  if (count > limit) {
    throw new ProblemException(code, { detail: `The query has ${count} ${what}; at most ${limit} are run.` });
  }
}

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

function costOf(set: SelectionSetNode, fragments: Fragments, weighed: Map<string, Cost | 'open'>): Cost {
  let sum = NOTHING;
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) {
      const below = selection.selectionSet ? costOf(selection.selectionSet, fragments, weighed) : NOTHING;
      sum = plus(sum, costOfField(selection.name.value, below));
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      sum = plus(sum, costOf(selection.selectionSet, fragments, weighed));
    } else {
      sum = plus(sum, costOfFragment(selection.name.value, fragments, weighed));
    }
  }
  return sum;
}

/**
 * An introspection has a depth of its own: it is deep by nature and reads nothing but the schema. What it selects is
 * answered for each of the types.
 */
function costOfField(name: string, below: Cost): Cost {
  if (name === '__schema' || name === '__type') {
    const introspectionDepth = Math.max(below.depth, below.introspectionDepth) + 1;
    return { depth: 1, introspectionDepth, fields: below.fields * QUERY_LIMITS.typesIntrospected, roots: 0 };
  }
  return {
    depth: below.depth + 1,
    introspectionDepth: below.introspectionDepth,
    fields: below.fields + 1,
    roots: rootsOf(name),
  };
}

function rootsOf(name: string): number {
  if (name === '__typename') return 0;
  return name.endsWith('Batch') ? QUERY_LIMITS.batch : 1;
}

function costOfFragment(name: string, fragments: Fragments, weighed: Map<string, Cost | 'open'>): Cost {
  const known = weighed.get(name);
  if (known === 'open') {
    throw new ProblemException('GRAPHQL_FRAGMENT_CYCLE', { detail: `The fragment ${name} spreads itself.` });
  }
  if (known !== undefined) return known;
  const fragment = fragments.get(name);
  if (fragment === undefined) return NOTHING;
  weighed.set(name, 'open');
  const cost = costOf(fragment.selectionSet, fragments, weighed);
  weighed.set(name, cost);
  return cost;
}

const plus = (a: Cost, b: Cost): Cost => ({
  depth: Math.max(a.depth, b.depth),
  introspectionDepth: Math.max(a.introspectionDepth, b.introspectionDepth),
  fields: a.fields + b.fields,
  roots: a.roots + b.roots,
});
