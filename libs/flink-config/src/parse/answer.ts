import type { PodTemplate } from './kubernetes/pods.js';
import type { StatedDeployment } from './kubernetes/stated.js';

/** The kinds of text that hold a Flink configuration and can be read. */
export const PARSED_FORMATS = [
  'flink-conf.yaml',
  'config.yaml',
  'flinkdeployment',
  'flink-properties',
  'dynamic-properties',
] as const;
export type ParsedFormat = (typeof PARSED_FORMATS)[number];

/** A place in a text, both from 1; columns count characters. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** What Flink drops or misreads in silence, and what to write instead. */
export interface ParseProblem extends Position {
  readonly code: ParseProblemCode;
  readonly message: string;
  /** The configuration key that it is about, where there is one. */
  readonly key?: string;
}

/** Every code of a problem; a code is never renamed. */
export const PARSE_PROBLEM_CODES = [
  'missing-space-after-colon',
  'tab-after-colon',
  'value-missing',
  'key-missing',
  'line-dropped',
  'list-item-dropped',
  'nesting-lost',
  'text-after-hash-dropped',
  'quotes-kept',
  'yaml-value-kept-as-text',
  'spaces-removed',
  'duplicate-key',
  'spelling-changed',
  'empty-mapping-dropped',
  'merge-key-not-applied',
  'platform-encoding',
  'byte-order-mark',
  'comment-not-understood',
  'variable-expanded',
  'shell-ends-command',
  'set-by-operator',
  'overridden-by-resource',
  'resource-memory-unreadable',
  'version-not-supported',
  'version-differs',
  'field-ignored',
  'other-resource-ignored',
  'nested-for-old-operator',
  'value-not-a-text',
  'more-problems',
] as const;
export type ParseProblemCode = (typeof PARSE_PROBLEM_CODES)[number];

export interface ConfigDocument {
  /** `FlinkDeployment` or `FlinkSessionJob`; of a file its name. */
  readonly kind: string;
  /** `metadata.name`. */
  readonly name: string | null;
  readonly flinkVersion: string;
  readonly config: Readonly<Record<string, string>>;
  readonly problems: readonly ParseProblem[];
  /** Where each key of `config` stands. */
  readonly positions: Readonly<Record<string, Position>>;
  /** What the pod templates of a FlinkDeployment say. */
  readonly pods?: { readonly jobManager: PodTemplate; readonly taskManager: PodTemplate };
  /** What a FlinkDeployment says beside its configuration. */
  readonly deployment?: StatedDeployment;
}

export interface ParsedText {
  /** As Flink sees it: of the first document. */
  readonly config: Readonly<Record<string, string>>;
  readonly documents: readonly ConfigDocument[];
  readonly problems: readonly ParseProblem[];
}

/** Flink would not load this text: what it throws, and what to write instead. */
export interface LoadingRefusal {
  /** Simple name of the exception that comes out. */
  readonly flinkException: string;
  /** What the one at the end of the chain of causes says, the first that tells anything. */
  readonly flinkMessage: string | null;
  /** That exception, where it is another. */
  readonly flinkCause?: { readonly exception: string; readonly message: string | null };
  readonly line: number | null;
  readonly column: number | null;
  readonly detail: string;
}
