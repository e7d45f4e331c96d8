import path from 'node:path';
import { defaultDataDirectory } from './data-directory.js';
import { type DatabaseChoice, Environment, LOG_LEVELS, type LogLevel } from './environment.js';
import { isHost, isLoopback } from './loopback.js';

/** What the process is: where it was started, and as whom (undefined where the system has no user ids). */
export interface Surroundings {
  readonly directory: string;
  readonly uid: number | undefined;
}

export type EnvironmentReading =
  | { readonly kind: 'ok'; readonly environment: Environment }
  | { readonly kind: 'refused'; readonly problems: readonly string[] };

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * Reads `DATABASE_URL`, `PORT`, `HOST`, `AUTH`, `LOG_LEVEL` and `PLIMSOLL_DATA`.
 * Never throws: every problem is returned, one line each, naming the variable and what would do.
 */
export function readEnvironment(variables: Variables, surroundings: Surroundings): EnvironmentReading {
  const problems: string[] = [];
  const given = (name: string): string | undefined => {
    const value = variables[name];
    if (value?.trim() === '') problems.push(`${name} is set but empty: give it a value or unset it`);
    return value?.trim() === '' ? undefined : value;
  };
  const url = given('DATABASE_URL');
  const data = given('PLIMSOLL_DATA');
  const embedded = variables.DATABASE_URL === undefined;

  if (url !== undefined && !isPostgresUrl(url)) {
    problems.push(
      'DATABASE_URL is not a PostgreSQL address: it looks like postgres://user:password@host:5432/database',
    );
  }
  const port = readPort(given('PORT'), problems);
  const host = given('HOST') ?? (embedded ? '127.0.0.1' : '0.0.0.0');
  if (!isHost(host))
    problems.push(`HOST is ${JSON.stringify(host)}: it must be an IP address or a host name`);
  const logLevel = readLogLevel(given('LOG_LEVEL'), problems);
  const auth = readAuth(given('AUTH'), { embedded, host }, problems);

  if (problems.length > 0) return { kind: 'refused', problems };
  const database: DatabaseChoice =
    url === undefined
      ? {
          kind: 'embedded',
          directory:
            data === undefined
              ? defaultDataDirectory(surroundings)
              : path.resolve(surroundings.directory, data),
        }
      : { kind: 'url', url };
  return { kind: 'ok', environment: new Environment({ database, port, host, auth, logLevel }) };
}

function isPostgresUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  return ['postgres:', 'postgresql:'].includes(new URL(text).protocol);
}

function readPort(text: string | undefined, problems: string[]): number {
  if (text === undefined) return 3000;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port <= 65_535) return port;
  problems.push(`PORT is ${JSON.stringify(text)}: it must be a whole number from 0 (any free port) to 65535`);
  return 3000;
}

function readLogLevel(text: string | undefined, problems: string[]): LogLevel {
  if (text === undefined) return 'info';
  const level = LOG_LEVELS.find((known) => known === text);
  if (level === undefined)
    problems.push(`LOG_LEVEL is ${JSON.stringify(text)}: it must be one of ${LOG_LEVELS.join(', ')}`);
  return level ?? 'info';
}

/** Without keys anyone who can reach the service owns all of its data, so it is for one machine's own database only. */
function readAuth(
  text: string | undefined,
  { embedded, host }: { embedded: boolean; host: string },
  problems: string[],
): 'keys' | 'off' {
  const alone = embedded && isLoopback(host);
  if (text === undefined) return alone ? 'off' : 'keys';
  if (text === 'keys') return 'keys';
  if (text !== 'off') {
    problems.push(`AUTH is ${JSON.stringify(text)}: it must be keys or off`);
    return 'keys';
  }
  if (!embedded) {
    problems.push(
      'AUTH=off is refused: it is for the embedded database only, and DATABASE_URL names another one. Use AUTH=keys and make a key with npm run key -- create',
    );
  }
  if (!isLoopback(host)) {
    problems.push(
      `AUTH=off is refused: HOST=${host} can be reached from other machines, and without keys they could read and change everything. Use AUTH=keys, or HOST=127.0.0.1`,
    );
  }
  return 'off';
}
