/** Why a value was not accepted: the field, what was received, what is wrong with it and what would do. */
export interface Rejection {
  /** JSON pointer (RFC 6901) into the document that was judged; empty for the whole. */
  readonly pointer: string;
  readonly message: string;
  readonly received?: unknown;
}

/** What is expected to happen, as data: a value, or every reason why there is none. */
export type Outcome<T> =
  | { readonly kind: 'ok'; readonly value: T }
  | { readonly kind: 'rejected'; readonly rejections: readonly Rejection[] };

export const ok = <T>(value: T): Outcome<T> => ({ kind: 'ok', value });

export const rejected = (...rejections: readonly Rejection[]): Outcome<never> => ({
  kind: 'rejected',
  rejections,
});
