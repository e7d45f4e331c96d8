import type { DatabaseChoice } from '../environment/environment.js';
import { startEmbedded } from './embedded-postgres.js';

/** A database that answers. */
export interface Database {
  /** Its address, with the password. Never print it. */
  readonly url: string;
  /** What it is, for people; without secrets. */
  readonly description: string;
  /** Stops it where it is the embedded one and no other process uses it; does nothing to one that runs elsewhere. */
  stop(): Promise<void>;
  /** The same for a process that ends at once. */
  stopAtOnce(): void;
}

/** Opens the database of the configuration: starts the embedded one, or takes the given address as it is. */
export async function openDatabase(choice: DatabaseChoice): Promise<Database> {
  if (choice.kind === 'embedded') return startEmbedded(choice.directory);
  return {
    url: choice.url,
    description: 'the PostgreSQL of DATABASE_URL',
    stop: async () => {},
    stopAtOnce: () => {},
  };
}
