import { lintCommand } from './lint.js';
import { memoryCommand } from './memory.js';
import { type Answer, EXIT, Unusable } from './outcome.js';
import { renderCommand } from './render.js';

const HELP = `plimsoll: what Flink makes of a configuration, without a service

  plimsoll lint   FILE --flink-version 1.20   what is wrong with it, and by which numbers
  plimsoll memory FILE --flink-version 1.20   how the memory of a process is divided up
  plimsoll render FILE --flink-version 2.3 --to config.yaml

FILE is a flink-conf.yaml, a config.yaml or a FlinkDeployment; - is standard input.
  --format FORMAT    flink-conf.yaml, config.yaml, flinkdeployment, flink-properties or dynamic-properties;
                     told by the name and the text of the file, unless given
  --output FORM      human, json, or for lint sarif

lint
  --fail-on LEVEL    error, warning (unless told) or info: what makes the exit code 1
  --set SET          production (unless told), development or mini-cluster
  --suppress RULE=REASON   may be given several times
  --pod-limit SIZE   memory limit of a TaskManager's pod, as Kubernetes writes it
  --fix              prints the mended configuration in place of the findings
memory
  --process NAME     task-manager (unless told) or job-manager
render
  --to FORMAT        what to write; also helm-values
  --nested           keys of YAML in mappings within each other

Exit code: 0, 1 where there are findings or Flink refuses, 2 where the input cannot be used.
`;

const COMMANDS: Readonly<Record<string, (args: readonly string[]) => Promise<Answer>>> = {
  lint: lintCommand,
  memory: memoryCommand,
  render: renderCommand,
};

/** Runs a command line; gives the exit code. Answers go to standard output, complaints to standard error. */
export async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(HELP);
    return name === undefined ? EXIT.unusable : EXIT.good;
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    process.stdout.write(HELP);
    return EXIT.good;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) return complain(`${name} is no command: lint, memory or render`);
  try {
    const { text, exit } = await command(rest);
    process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
    return exit;
  } catch (thrown) {
    if (thrown instanceof Unusable) return complain(thrown.message);
    throw thrown;
  }
}

function complain(message: string): number {
  process.stderr.write(`plimsoll: ${message}\n`);
  return EXIT.unusable;
}
