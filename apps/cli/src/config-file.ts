import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { text as textOfStream } from 'node:stream/consumers';
import { PARSED_FORMATS, type ParsedFormat } from '@plimsoll/flink-config';
import { wordOf } from './command-line.js';
import { Unusable } from './outcome.js';

export interface ConfigFile {
  readonly name: string;
  readonly text: string;
  readonly format: ParsedFormat;
}

/** @throws Unusable where the file cannot be read, or its kind cannot be told */
export async function configFile(path: string, format: string | undefined): Promise<ConfigFile> {
  const text = await textOf(path);
  const name = path === '-' ? 'standard input' : path;
  if (format !== undefined) return { name, text, format: wordOf('format', format, PARSED_FORMATS) };
  return { name, text, format: formatOf(basename(path), text) };
}

async function textOf(path: string): Promise<string> {
  try {
    return path === '-' ? await textOfStream(process.stdin) : await readFile(path, 'utf8');
  } catch (thrown) {
    throw new Unusable(thrown instanceof Error ? thrown.message : `${path} cannot be read`);
  }
}

function formatOf(name: string, text: string): ParsedFormat {
  if (/^kind:\s*["']?Flink(?:Deployment|SessionJob)\b/m.test(text)) return 'flinkdeployment';
  const named = PARSED_FORMATS.find((format) => format === name);
  if (named !== undefined) return named;
  throw new Unusable(`cannot tell what kind of file ${name} is: give --format ${PARSED_FORMATS.join(', ')}`);
}
