import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * Runs what README.md shows, against a service that has just been started, and compares what comes with what it prints. The commands of one
 * run share a shell. `…` stands for anything. What starts or tests the service itself is left to the caller.
 *
 * Usage: node tools/read-me.mjs http://127.0.0.1:3000
 */
const FILE = new URL('../README.md', import.meta.url);
const WRITTEN = 'http://127.0.0.1:3000';
const LEFT_OUT = /^npm ci/;
const MARK = '\u241e';

const address = process.argv[2] ?? WRITTEN;

/** Each command with what it should print. */
function commands(text) {
  const found = [];
  for (const [, block] of text.matchAll(/```console\n([\s\S]*?)```/g)) {
    for (const part of block.split(/^\$ /m).filter((part) => part !== '')) {
      const lines = part.split('\n').slice(0, -1);
      const last = lines.findIndex((_, index) => isWhole(lines.slice(0, index + 1).join('\n')));
      found.push({
        command: lines.slice(0, last + 1).join('\n'),
        expected: lines.slice(last + 1).join('\n'),
      });
    }
  }
  return found.filter(({ command }) => !LEFT_OUT.test(command));
}

/** Whether the shell has all of the command: no open quote, no line that goes on. */
const isWhole = (command) => !/[|\\]$/.test(command) && spawnSync('bash', ['-n', '-c', command]).status === 0;

const pattern = (expected) =>
  new RegExp(
    `^${expected
      .split('…')
      .map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('[\\s\\S]*')}$`,
  );

const list = commands(readFileSync(FILE, 'utf8'));
const script = list.map(({ command }) => `${command}\nprintf '${MARK}'`).join('\n');
const { stdout, stderr } = spawnSync('bash', ['-c', script.replaceAll(WRITTEN, address)], {
  encoding: 'utf8',
});
const printed = stdout.replaceAll(address, WRITTEN).split(MARK);

let failed = 0;
list.forEach(({ command, expected }, index) => {
  const got = (printed[index] ?? '').trimEnd();
  if (pattern(expected.trimEnd()).test(got)) return;
  failed++;
  process.stdout.write(`$ ${command}\nprints\n${got}\ninstead of\n${expected}\n\n`);
});
process.stdout.write(`${list.length - failed} of ${list.length} commands print what README.md says\n`);
if (failed > 0) process.stdout.write(stderr);
process.exitCode = failed > 0 ? 1 : 0;
