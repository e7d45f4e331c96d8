import type { ConfigPatch } from './result.js';

/** What is behind an exception: which keys are at odds, with which bytes, and what would mend it. */
export interface Reason {
  readonly keys: readonly string[];
  readonly detail: string;
  /** Changes that might make the configuration work, the nearest first; each is tried before it is offered. */
  readonly fixes: readonly Fix[];
}

/** A change to try: a patch, or the smallest size of an option with which Flink accepts the configuration. */
export type Fix = ConfigPatch | Raise;

/** The option to raise, and a size below which it need not be tried. */
export interface Raise {
  readonly raise: string;
  readonly from: bigint;
}

/**
 * An exception as Flink throws it. The calculators follow Flink's own flow of control, so they throw it too; it is caught where
 * Flink catches it, and at the latest by `answered`.
 */
export class FlinkException {
  constructor(
    /** Simple name of the class. */
    readonly name: string,
    readonly message: string,
    readonly reason: Reason,
    readonly cause?: FlinkException,
  ) {}

  /** The same failure under a wider message, as an `IllegalConfigurationException` caused by this one. */
  within(message: string): FlinkException {
    return illegalConfiguration(message, this.reason, this);
  }

  /** The exception at the end of the chain of causes. */
  get innermost(): FlinkException {
    return this.cause?.innermost ?? this;
  }
}

export const ILLEGAL_CONFIGURATION = 'IllegalConfigurationException';
export const ILLEGAL_ARGUMENT = 'IllegalArgumentException';

export const illegalConfiguration = (
  message: string,
  reason: Reason,
  cause?: FlinkException,
): FlinkException => new FlinkException(ILLEGAL_CONFIGURATION, message, reason, cause);

/** Puts a prefix before every IllegalConfigurationException that leaves the work, as Flink's entry points do. */
export function prefixed<T>(prefix: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof FlinkException && error.name === ILLEGAL_CONFIGURATION)
      throw error.within(`${prefix}${error.message}`);
    throw error;
  }
}
