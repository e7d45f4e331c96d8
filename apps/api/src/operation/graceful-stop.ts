import { setTimeout } from 'node:timers/promises';

/** What has to be done, in this order, before the process may end. */
export interface Stoppable {
  /** Lets the requests that have begun finish, takes no new ones, then closes the connections to the database. */
  close(): Promise<void>;
}

const DRAIN_MS = 15_000;
const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;

/**
 * Ends the process as it was asked to: on the first signal in order, on the second at once.
 * A signal that comes during the start takes effect as soon as what has been started can be stopped.
 */
export class GracefulStop {
  private asked = false;
  private stopAsked: (() => void) | undefined;

  constructor(private readonly onSecond: () => void) {
    for (const signal of SIGNALS) process.on(signal, () => this.signalled());
  }

  /** Whether a signal has come. */
  get requested(): boolean {
    return this.asked;
  }

  /** Resolves when the first signal comes. */
  whenRequested(): Promise<void> {
    return new Promise((resolve) => {
      if (this.asked) resolve();
      else this.stopAsked = resolve;
    });
  }

  private signalled(): void {
    if (this.asked) this.onSecond();
    this.asked = true;
    this.stopAsked?.();
  }
}

/** @returns whether all requests finished in time (15 s). */
export async function drain(application: Stoppable): Promise<boolean> {
  const controller = new AbortController();
  const late = setTimeout(DRAIN_MS, false, { signal: controller.signal }).catch(() => false);
  try {
    return await Promise.race([application.close().then(() => true), late]);
  } finally {
    controller.abort();
  }
}
