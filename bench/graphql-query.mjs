import { readFileSync } from 'node:fs';
import { buildSchema, getNamedType, isObjectType } from 'graphql';

/** A query that asks for every field of a capacity plan, as REST gives it. */
export function wholePlanQuery() {
  const file = new URL('../apps/api/schema.graphql', import.meta.url);
  const schema = buildSchema(readFileSync(file, 'utf8'));
  const field = schema.getQueryType().getFields().capacity;
  const [input] = field.args;
  return `query ($input: ${input.type}) { capacity(input: $input) ${selection(field.type)} }`;
}

function selection(type) {
  const named = getNamedType(type);
  if (!isObjectType(named)) return '';
  const fields = Object.values(named.getFields()).map(({ name, type }) => `${name} ${selection(type)}`);
  return `{ ${fields.join(' ')} }`;
}

const ENUMERATIONS = new Set(['kind', 'connector', 'assigner', 'attachment', 'stateBackend', 'model']);

/** A REST body in GraphQL's spelling of enumerations. */
export const inGraphql = (body) =>
  JSON.parse(JSON.stringify(body), (name, value) =>
    ENUMERATIONS.has(name) ? String(value).toUpperCase() : value,
  );
