import {
  type DocumentNode,
  type GraphQLSchema,
  getOperationAST,
  type OperationDefinitionNode,
  parse,
  validate,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { ProblemException } from '../problem/problem-exception.js';
import { InvalidQuery } from './invalid-query.js';
import { weigh } from './query-cost.js';
import { measureText } from './query-text.js';

/** A query that may run: parsed, weighed, valid; and compiled once it is asked for again. */
export interface PreparedQuery {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly compiled: CompiledQuery | undefined;
}

interface Kept {
  readonly query: PreparedQuery;
  /** undefined: not yet asked for twice. */
  readonly compiled?: CompiledQuery | 'not compilable';
}

/** Long queries are prepared anew each time: kept, they would be the way to fill the memory. */
const KEPT_QUERIES = 100;
const KEPT_TOKENS = 2_000;

/**
 * The queries that were asked lately. One entry stands for one operation of one text, since what is compiled is an
 * operation.
 */
export class QueryShelf {
  private readonly kept = new Map<string, Kept>();

  constructor(private readonly schema: GraphQLSchema) {}

  /** Throws a problem of the query itself (400), before anything runs. */
  prepare(text: string, operationName: string | undefined): PreparedQuery {
    const key = `${operationName ?? ''}\n${text}`;
    const kept = this.kept.get(key);
    if (kept !== undefined) return this.again(key, kept);
    const { tokens } = measureText(text);
    const query = this.read(text, operationName);
    if (tokens <= KEPT_TOKENS) this.keep(key, { query });
    return query;
  }

  private again(key: string, kept: Kept): PreparedQuery {
    const compiled = kept.compiled ?? this.compile(kept.query);
    const query = compiled === 'not compilable' ? kept.query : { ...kept.query, compiled };
    this.kept.delete(key);
    this.keep(key, { query, compiled });
    return query;
  }

  /** The least recently used goes first. */
  private keep(key: string, kept: Kept): void {
    this.kept.set(key, kept);
    if (this.kept.size <= KEPT_QUERIES) return;
    for (const oldest of this.kept.keys()) {
      this.kept.delete(oldest);
      return;
    }
  }

  private read(text: string, operationName: string | undefined): PreparedQuery {
    const document = parse(text);
    weigh(document);
    const errors = validate(this.schema, document);
    if (errors.length > 0) throw new InvalidQuery(errors);
    const operation = getOperationAST(document, operationName);
    if (operation === null || operation === undefined) throw noOperation(operationName);
    return { document, operation, compiled: undefined };
  }

  private compile({ document, operation }: PreparedQuery): CompiledQuery | 'not compilable' {
    const compiled = compileQuery(this.schema, document, operation.name?.value, {
      disablingCapturingStackErrors: true,
    });
    return isCompiledQuery(compiled) ? compiled : 'not compilable';
  }
}

const noOperation = (name: string | undefined): ProblemException =>
  new ProblemException('GRAPHQL_VALIDATION', {
    detail:
      name === undefined
        ? 'Name the operation to run: operationName.'
        : `The document has no operation of the name that operationName gives.`,
  });
