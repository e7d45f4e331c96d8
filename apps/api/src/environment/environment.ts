export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Which database to use: one that runs elsewhere, or the embedded one with its files in a directory. */
export type DatabaseChoice =
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'embedded'; readonly directory: string };

/** The service's whole configuration, validated. A class, so that it can be injected by its name. */
export class Environment {
  readonly database: DatabaseChoice;
  /** TCP port; 0 takes a free one. */
  readonly port: number;
  readonly host: string;
  /** `keys`: every request needs an API key; `off`: everything belongs to the workspace `default`. */
  readonly auth: 'keys' | 'off';
  readonly logLevel: LogLevel;

  constructor(values: Environment) {
    this.database = values.database;
    this.port = values.port;
    this.host = values.host;
    this.auth = values.auth;
    this.logLevel = values.logLevel;
  }
}
