import 'reflect-metadata';
import { setFlagsFromString } from 'node:v8';
import { DatabaseRefused, migrate } from '@plimsoll/migrations';
import { createApplication } from './application.js';
import { type Database, EmbeddedRefused, openDatabase } from './database/index.js';
import { type Environment, readEnvironment } from './environment/index.js';
import { drain, GracefulStop } from './operation/graceful-stop.js';
import { welcome } from './operation/welcome.js';

/** A plan is some hundred kilobytes of short-lived objects: a larger nursery collects them a quarter faster. */
setFlagsFromString('--max-semi-space-size=64');

let database: Database | undefined;

const stop = new GracefulStop(() => {
  database?.stopAtOnce();
  process.exit(1);
});

async function serve(environment: Environment): Promise<void> {
  database = await openDatabase(environment.database);
  if (stop.requested) return;
  await migrate(database.url);
  if (stop.requested) return;
  const app = await createApplication(environment, database.url);
  try {
    const url = await app.listen(environment.port, environment.host).then(() => app.getUrl());
    const log = app.getHttpAdapter().getInstance().log;
    log.info(
      { host: environment.host, at: url, auth: environment.auth, startMs: Math.round(performance.now()) },
      'ready',
    );
    if (environment.database.kind === 'embedded' || process.stdout.isTTY) {
      console.log(welcome({ url, environment, database: database.description }));
    }
    await stop.whenRequested();
    log.info('stopping');
  } finally {
    if (!(await drain(app))) console.error('Some requests did not finish in time.');
  }
}

function refuse(lines: readonly string[]): void {
  for (const line of lines) console.error(line);
  process.exitCode = 1;
}

/** What went wrong at the start, for the person who started it; a stack only where it is a defect of ours. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const expected =
    error instanceof DatabaseRefused || error instanceof EmbeddedRefused || Reflect.has(error, 'code');
  return expected ? error.message || String(Reflect.get(error, 'code')) : (error.stack ?? error.message);
}

const reading = readEnvironment(process.env, { directory: process.cwd(), uid: process.getuid?.() });
if (reading.kind === 'refused') {
  refuse(reading.problems);
} else {
  try {
    await serve(reading.environment);
  } catch (error) {
    refuse([`Plimsoll does not start: ${reasonOf(error)}`]);
  } finally {
    await database?.stop();
  }
}
process.exit();
