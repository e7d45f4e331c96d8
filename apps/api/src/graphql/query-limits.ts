/** What one request to /graphql may ask for. Each is checked before anything runs; each has a code of its own. */
export const QUERY_LIMITS = {
  /** Characters of the query. Values belong in variables, which have no limit but that of the body. */
  characters: 100_000,
  tokens: 10_000,
  /** Brackets inside brackets, in values too. */
  brackets: 64,
  /** Levels of selected fields. */
  depth: 15,
  /** Levels of an introspection: `ofType` inside `ofType`. */
  introspectionDepth: 20,
  /** Fields that the document writes down. */
  fields: 2_000,
  /** Fields that are selected in the end, each spread of a fragment counted anew. */
  selectedFields: 20_000,
  /** How many fields one field of an introspection counts for. */
  typesIntrospected: 40,
  /** Calculators and look-ups at the root, by whatever alias. */
  calculations: 50,
  /** How many calculations a batch counts for, whatever its length. */
  batch: 25,
  directives: 50,
} as const;
