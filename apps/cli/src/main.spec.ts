import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Log } from 'sarif';

const BIN = fileURLToPath(new URL('../bin/plimsoll.js', import.meta.url));
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'plimsoll-cli-'));
  file('flink-conf.yaml', 'taskmanager.memory.process.size: 8g\ntaskmanager.process.size: 8g\n');
  file('config.yaml', 'taskmanager:\n  memory:\n    process:\n      size: 8g\n');
  file('broken/config.yaml', 'a: [1\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): void {
  const path = join(folder, name.replace('/', '-'));
  writeFileSync(path, text);
}

const run = (args: readonly string[], input = '') => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], {
    cwd: folder,
    input,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};

/** Each command line in one process after the other; the first says nothing but its help. */
function runAll(all: readonly (readonly string[])[]) {
  const program = `const { main } = await import(process.argv[1]);
    for (const args of JSON.parse(process.argv[2])) console.log('exit ' + (await main(args)));`;
  const main = new URL('../dist/main.js', import.meta.url).href;
  return spawnSync(process.execPath, ['--input-type=module', '-e', program, main, JSON.stringify(all)], {
    cwd: folder,
    encoding: 'utf8',
  });
}

const LINT = ['lint', 'flink-conf.yaml', '--flink-version', '1.18', '--pod-limit', '4Gi'];

describe('plimsoll', () => {
  it('lints a file for people: places, numbers, fixes, and exit code 1', () => {
    const { status, stdout } = run(LINT);
    expect(status).toBe(1);
    expect(stdout).toContain('flink-conf.yaml:1:1 error tm-process-exceeds-pod-limit');
    expect(stdout).toContain('fix: taskmanager.memory.process.size: 4294967296b');
    expect(stdout).toContain('flink-conf.yaml:2:1 warning unknown-key');
  });

  it('exits with 0 where nothing is as severe as asked for', () => {
    const suppressed = ['--suppress', 'tm-process-exceeds-pod-limit=tried out', '--fail-on', 'error'];
    expect(run([...LINT, '--set', 'development', ...suppressed]).status).toBe(0);
  });

  it('prints JSON and SARIF', () => {
    const json = JSON.parse(run([...LINT, '--output', 'json']).stdout);
    expect(json.findings[0].ruleId).toBe('tm-process-exceeds-pod-limit');
    const log: Log = JSON.parse(run([...LINT, '--output', 'sarif']).stdout);
    const region = log.runs[0]?.results?.[0]?.locations?.[0]?.physicalLocation?.region;
    expect(region).toEqual({ startLine: 1, startColumn: 1 });
  });

  it('prints the mended file, which has nothing left to mend', () => {
    const mended = run([...LINT, '--fix']).stdout;
    const again = run(
      [
        'lint',
        '-',
        '--format',
        'flink-conf.yaml',
        '--flink-version',
        '1.18',
        '--pod-limit',
        '4Gi',
        '--fail-on',
        'error',
      ],
      mended,
    );
    expect(again.stdout).not.toContain('tm-process-exceeds-pod-limit');
  });

  it('divides up the memory of a process', () => {
    const { status, stdout } = run(['memory', 'config.yaml', '--flink-version', '2.3']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/totalProcessBytes +8589934592 B/);
    expect(stdout).toContain('-XX:MaxMetaspaceSize=268435456');
  });

  it('says what Flink throws, with exit code 1', () => {
    const input = 'taskmanager.memory.process.size: 100m\n';
    const { status, stdout } = run(
      ['memory', '-', '--format', 'flink-conf.yaml', '--flink-version', '1.18'],
      input,
    );
    expect(status).toBe(1);
    expect(stdout).toContain('IllegalConfigurationException');
  });

  it('renders a file for another version', () => {
    const { status, stdout } = run([
      'render',
      'config.yaml',
      '--flink-version',
      '2.3',
      '--to',
      'dynamic-properties',
    ]);
    expect([status, stdout.trim()]).toEqual([0, '-Dtaskmanager.memory.process.size=8g']);
  });

  it('exits with 2 for what it can make nothing of, and says so in a line', () => {
    const { stdout, stderr } = runAll(UNUSABLE.map(([, args]) => args));
    const codes = stdout.split('\n').filter((line) => /^exit \d$/.test(line));
    expect(codes).toEqual(UNUSABLE.map(() => 'exit 2'));
    expect(stderr).not.toContain('    at ');
    expect(stderr.match(/^plimsoll: /gm)?.length).toBe(UNUSABLE.length - 1);
  });
});

const UNUSABLE: readonly [what: string, args: readonly string[]][] = [
  ['no command', []],
  ['an unknown command', ['fly']],
  ['no file', ['lint']],
  ['two files', ['lint', 'a', 'b']],
  ['no version', ['lint', 'config.yaml']],
  ['a version that is not known', ['lint', 'config.yaml', '--flink-version', '9.9']],
  ['a file that is not there', ['lint', 'nowhere', '--flink-version', '1.20']],
  ['a folder', ['lint', '.', '--flink-version', '1.20', '--format', 'config.yaml']],
  ['an unknown option', ['lint', 'config.yaml', '--flink-version', '2.0', '--loud']],
  ['an unknown severity', ['lint', 'config.yaml', '--flink-version', '2.0', '--fail-on', 'fatal']],
  [
    'a suppression without a reason',
    ['lint', 'config.yaml', '--flink-version', '2.0', '--suppress', 'unknown-key'],
  ],
  [
    'a file that Flink does not load',
    ['lint', 'broken-config.yaml', '--format', 'config.yaml', '--flink-version', '2.0'],
  ],
  ['a file of another version', ['lint', 'config.yaml', '--flink-version', '1.18']],
];
