import 'reflect-metadata';
import { readFile, writeFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { createApplication } from '../application.js';
import { readEnvironment } from '../environment/index.js';
import { graphqlText, openApiText } from './describe.js';
import { OPENAPI_FILE, SCHEMA_FILE } from './files.js';

/**
 * Writes openapi.json and schema.graphql from the code, without a database; with --check only says, by its exit code,
 * which of them are stale.
 */
async function write(check: boolean): Promise<number> {
  const reading = readEnvironment({ LOG_LEVEL: 'error' }, { directory: process.cwd(), uid: undefined });
  if (reading.kind === 'refused') throw new Error(reading.problems.join(' '));
  const app = await createApplication(reading.environment, null);
  await app.init();
  const texts = [
    { file: OPENAPI_FILE, text: openApiText(app) },
    { file: SCHEMA_FILE, text: graphqlText(app) },
  ];
  await app.close();
  let stale = 0;
  for (const { file, text } of texts) {
    if ((await readFile(file, 'utf8').catch(() => '')) === text) continue;
    stale++;
    const name = relative(process.cwd(), file);
    process.stdout.write(check ? `${name} is stale: run npm run generate\n` : `${name} written\n`);
    if (!check) await writeFile(file, text);
  }
  return check && stale > 0 ? 1 : 0;
}

process.exitCode = await write(process.argv.includes('--check'));
