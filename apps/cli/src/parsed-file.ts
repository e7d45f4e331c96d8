import { type ParsedText, parseConfig } from '@plimsoll/flink-config';
import { type ConfigFile } from './config-file.js';
import { refuse, Unusable } from './outcome.js';

/** What Flink of a version reads of a file. @throws Unusable where it would not load it */
export function parsedFile({ text, format }: ConfigFile, flinkVersion: string): ParsedText {
  const parsed = parseConfig({ flinkVersion, format, text });
  if (parsed.kind === 'rejected') refuse(parsed.rejections);
  if (parsed.kind === 'refused')
    throw new Unusable(`Flink does not load this file: ${parsed.refusal.detail}`);
  return parsed.value;
}
