const ENUMERATIONS = new Set([
  'model',
  'kind',
  'connector',
  'assigner',
  'attachment',
  'stateBackend',
  'resource',
  'evidence',
  'severity',
]);

/** A body or an answer of REST with its enumerations as GraphQL spells them. */
export const spelledForGraphql = (body: object): object =>
  JSON.parse(JSON.stringify(body), (name, value) =>
    ENUMERATIONS.has(name) && typeof value === 'string' ? value.toUpperCase() : value,
  );
