import { registerEnumType } from '@nestjs/graphql';

/** A closed list of words with both its spellings: `sliding` in REST, `SLIDING` in GraphQL. */
export interface Enumeration {
  readonly name: string;
  readonly values: readonly string[];
  /** GraphQL name to REST value: what Nest makes the GraphQL enumeration of. */
  readonly graphql: Readonly<Record<string, string>>;
}

/** Declares an enumeration of both doors. The GraphQL name is the REST value in upper case, `-` and `.` as `_`. */
export function enumeration(name: string, values: readonly string[], description?: string): Enumeration {
  const graphql = Object.fromEntries(values.map((value) => [graphqlName(value), value]));
  registerEnumType(graphql, { name, description });
  return { name, values, graphql };
}

export const graphqlName = (value: string): string => value.toUpperCase().replace(/[-.]/g, '_');

export const isValueOf = ({ values }: Enumeration, value: unknown): boolean =>
  typeof value === 'string' && values.includes(value);

export const namesOf = ({ values }: Enumeration): string => values.join(', ');
