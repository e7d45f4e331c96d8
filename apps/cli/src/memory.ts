import {
  type JobManagerMemory,
  jobManagerMemory,
  type TaskManagerMemory,
  taskManagerMemory,
} from '@plimsoll/memory';
import { commandLine, versionOf, wordOf } from './command-line.js';
import { configFile } from './config-file.js';
import { type Answer, EXIT, refuse } from './outcome.js';
import { parsedFile } from './parsed-file.js';

const OPTIONS = {
  'flink-version': { type: 'string' },
  format: { type: 'string' },
  output: { type: 'string', default: 'human' },
  process: { type: 'string', default: 'task-manager' },
} as const;

const MODELS = { 'task-manager': taskManagerMemory, 'job-manager': jobManagerMemory } as const;

/** `plimsoll memory` */
export async function memoryCommand(args: readonly string[]): Promise<Answer> {
  const { values, file } = commandLine(args, OPTIONS);
  const flinkVersion = versionOf(values['flink-version']);
  const output = wordOf('output', values.output, ['human', 'json']);
  const component = wordOf('process', values.process, ['task-manager', 'job-manager']);
  const { config } = parsedFile(await configFile(file, values.format), flinkVersion);
  const answer = MODELS[component]({ flinkVersion, config });
  if (answer.kind === 'rejected') refuse(answer.rejections);
  const json = output === 'json';
  if (answer.kind === 'refused') {
    const { flinkException, detail } = answer.refusal;
    return {
      text: json ? jsonOf(answer.refusal) : `Flink refuses this: ${flinkException}. ${detail}`,
      exit: EXIT.findings,
    };
  }
  return { text: json ? jsonOf(answer.value) : memoryText(answer.value), exit: EXIT.good };
}

/** Sizes are digits: they may be above 2^53 − 1. */
const jsonOf = (value: object): string =>
  JSON.stringify(value, (_name, member) => (typeof member === 'bigint' ? String(member) : member), 2);

function memoryText({
  components,
  totalFlinkBytes,
  totalProcessBytes,
  jvmArgs,
  warnings,
}: TaskManagerMemory | JobManagerMemory): string {
  const rows = Object.entries({ ...components, totalFlinkBytes, totalProcessBytes });
  const width = Math.max(...rows.map(([name]) => name.length));
  const digits = Math.max(...rows.map(([, bytes]) => String(bytes).length));
  return [
    ...rows.map(([name, bytes]) => `${name.padEnd(width)}  ${String(bytes).padStart(digits)} B`),
    '',
    jvmArgs.join(' '),
    ...warnings,
  ].join('\n');
}
