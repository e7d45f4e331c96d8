import 'reflect-metadata';
import { DatabaseRefused, migrate } from '@plimsoll/migrations';
import { dataSourceOf } from '../database/data-source.js';
import { EmbeddedRefused, openDatabase } from '../database/index.js';
import { readEnvironment } from '../environment/index.js';
import { ApiKeys } from './api-keys.js';
import { type KeyCommand, readKeyCommand, USAGE } from './key-command.js';
import { Workspaces } from './workspaces.js';

/**
 * `npm run key -- …`: makes, lists and revokes API keys in the database of the environment, whether or not the service runs.
 * A new key goes to standard output and nothing else does; explanations go to standard error.
 */
async function run(command: KeyCommand, keys: ApiKeys): Promise<void> {
  if (command.kind === 'create') {
    const { id, key } = await keys.create(command.workspace, command.name, command.scopes);
    console.error(
      `Key ${id} of the workspace ${command.workspace}, for ${command.scopes.join(', ')}. It is shown this once:`,
    );
    console.log(key);
  } else if (command.kind === 'list') {
    const rows = (await keys.list()).filter(
      ({ workspace }) => (command.workspace ?? workspace) === workspace,
    );
    for (const row of rows) {
      const state = row.revokedAt === null ? 'valid' : `revoked ${row.revokedAt.toISOString()}`;
      console.log(
        [row.id, row.workspace, row.name, row.scopes.join(','), row.createdAt.toISOString(), state].join(
          '\t',
        ),
      );
    }
  } else if (await keys.revoke(command.id)) {
    console.error(
      `Key ${command.id} is revoked. Instances that used it just now accept it for two seconds more.`,
    );
  } else {
    console.error(`There is no key ${command.id}.`);
    process.exitCode = 1;
  }
}

function refuse(problems: readonly string[]): void {
  for (const problem of problems) console.error(problem);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const command = readKeyCommand(process.argv.slice(2));
  const reading = readEnvironment(process.env, { directory: process.cwd(), uid: process.getuid?.() });
  if (reading.kind === 'refused') return refuse(reading.problems);
  if (command.kind === 'refused') return refuse([...command.problems, USAGE]);
  const database = await openDatabase(reading.environment.database);
  const dataSource = dataSourceOf(database.url);
  try {
    await migrate(database.url);
    await dataSource.initialize();
    await run(command, new ApiKeys(dataSource, new Workspaces(dataSource)));
  } finally {
    if (dataSource.isInitialized) await dataSource.destroy();
    await database.stop();
  }
}

try {
  await main();
} catch (error) {
  const expected =
    error instanceof DatabaseRefused ||
    error instanceof EmbeddedRefused ||
    Reflect.has(Object(error), 'code');
  console.error(
    expected && error instanceof Error ? error.message || String(Reflect.get(error, 'code')) : error,
  );
  process.exitCode = 1;
}
