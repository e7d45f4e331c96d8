import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { processIdentity } from './process-identity.js';

const STOPPING = 'stopping-';

/**
 * The processes that use one embedded database: a file for each. Who leaves last stops the database; so a second start on
 * the same directory shares it, a process that was killed is not waited for, and what it left running is stopped by the next.
 *
 * A user first writes its file and then looks whether anyone is stopping; who stops first says so and then looks for users.
 * Whatever the order, at least one of the two sees the other: no database is stopped under a user that has come in.
 */
export class DatabaseUsers {
  private readonly self: string;

  constructor(private readonly directory: string) {
    this.self = processIdentity(process.pid) ?? String(process.pid);
    mkdirSync(directory, { recursive: true, mode: 0o700 });
  }

  /** Counts this process in, and waits while another one stops the database. */
  async enter(): Promise<void> {
    writeFileSync(path.join(this.directory, this.self), '');
    while (this.living().some((name) => name.startsWith(STOPPING))) await setTimeout(20);
  }

  /** Counts this process out. Where it was the last one, `stop` is run before anyone else can come in. */
  async leave(stop: () => Promise<void>): Promise<void> {
    const last = this.beginLeaving();
    try {
      if (last) await stop();
    } finally {
      rmSync(path.join(this.directory, STOPPING + this.self), { force: true });
    }
  }

  /** The same for a process that ends at once: `stop` must not wait for anything. */
  leaveAtOnce(stop: () => void): void {
    if (this.beginLeaving()) stop();
    rmSync(path.join(this.directory, STOPPING + this.self), { force: true });
  }

  private beginLeaving(): boolean {
    writeFileSync(path.join(this.directory, STOPPING + this.self), '');
    rmSync(path.join(this.directory, this.self), { force: true });
    return !this.living().some((name) => !name.startsWith(STOPPING));
  }

  /** The files of processes that still run; those of others are cleared away. */
  private living(): string[] {
    return readdirSync(this.directory).filter((name) => {
      const identity = name.replace(STOPPING, '');
      if (processIdentity(Number.parseInt(identity, 10)) === identity) return true;
      rmSync(path.join(this.directory, name), { force: true });
      return false;
    });
  }
}
