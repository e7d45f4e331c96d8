import { CONFIG_FORMATS, renderConfig } from '@plimsoll/flink-config';
import { commandLine, versionOf, wordOf } from './command-line.js';
import { configFile } from './config-file.js';
import { type Answer, EXIT, refuse, Unusable } from './outcome.js';
import { parsedFile } from './parsed-file.js';

const OPTIONS = {
  'flink-version': { type: 'string' },
  format: { type: 'string' },
  to: { type: 'string' },
  nested: { type: 'boolean', default: false },
} as const;

/** `plimsoll render` */
export async function renderCommand(args: readonly string[]): Promise<Answer> {
  const { values, file } = commandLine(args, OPTIONS);
  const flinkVersion = versionOf(values['flink-version']);
  if (values.to === undefined) throw new Unusable(`needs --to ${CONFIG_FORMATS.join(', ')}`);
  const format = wordOf('to', values.to, CONFIG_FORMATS);
  const { config } = parsedFile(await configFile(file, values.format), flinkVersion);
  const rendered = renderConfig({
    flinkVersion,
    format,
    config,
    layout: values.nested ? 'nested' : 'dotted',
  });
  if (rendered.kind === 'rejected') refuse(rendered.rejections);
  return { text: rendered.value.text, exit: EXIT.good };
}
