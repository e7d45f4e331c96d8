import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FAILURES, REFUSALS } from './record-messages/cases.mjs';
import { WRITTEN } from './record-messages/written.mjs';

/**
 * Records what Flink and the JVM say when memory runs out or a configuration is refused: each case is made to fail for real, on
 * Linux with Java 17 and Maven. Messages that only a cluster writes are kept as their sources word them.
 *
 * node tools/record-messages.mjs [id …]
 */
const HERE = join(import.meta.dirname, 'record-messages');
const OUT = join(import.meta.dirname, '..', 'libs', 'memory', 'vectors', 'messages.jsonl');
const JVM_VERSION = /version "([^"]+)"/.exec(
  spawnSync('java', ['-version'], { encoding: 'utf8' }).stderr,
)?.[1];

const asked = new Set(process.argv.slice(2));
const work = mkdtempSync(join(tmpdir(), 'record-messages-'));
execFileSync('chmod', ['755', work]);

const built = new Map();
/** Class path of a version of Flink and of the programs here, which are compiled against it. */
function classpath(version) {
  if (!built.has(version)) {
    const old = {
      '1.10': 'flink-runtime_2.12',
      1.11: 'flink-runtime_2.11',
      1.12: 'flink-runtime_2.11',
      1.13: 'flink-runtime_2.11',
    };
    const artifact = old[version.replace(/\.\d+$/, '')] ?? 'flink-runtime';
    const list = join(work, `${version}.txt`);
    const goal = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.0:build-classpath';
    const settings = [
      `-Dflink.artifact=${artifact}`,
      `-Dflink.version=${version}`,
      `-Dmdep.outputFile=${list}`,
    ];
    execFileSync('mvn', ['-q', '-B', '-f', join(HERE, 'pom.xml'), ...settings, goal]);
    const jars = readFileSync(list, 'utf8').trim();
    const classes = join(work, version);
    const sources = version === '1.20.5' ? ['Process.java', 'Failure.java'] : ['Process.java'];
    const paths = sources.map((name) => join(HERE, 'src/main/java', name));
    execFileSync('javac', ['-nowarn', '-d', classes, '-cp', jars, ...paths], { stdio: 'ignore' });
    execFileSync('chmod', ['-R', 'a+rX', classes]);
    built.set(version, `${classes}:${jars}`);
  }
  return built.get(version);
}

/** As `env.java.opts.all` has it in Flink's own configuration file for Java 17. */
const OPENED = ['--add-opens=java.base/java.lang=ALL-UNNAMED'];
const LOCALE = ['-Duser.language=en', '-Duser.country=US'];

function ofProcess(component, config, version) {
  const options = Object.entries(config).map(([key, value]) => `${key}=${value}`);
  return spawnSync('java', [...LOCALE, '-cp', classpath(version), 'Process', component, ...options], {
    encoding: 'utf8',
  });
}

/** Without the frames of the programs here. */
const cleaned = (text) =>
  text
    .split('\n')
    .filter(
      (line) => !/^\s+at (?:Process|Failure|java\.base\/(?:jdk\.internal|java\.lang)\.reflect)\b/.test(line),
    )
    .join('\n')
    .trim();

async function failure({ id, pool, config, extra = {}, shell = '', jvm = '', failure: way, signal, exits }) {
  const component = id.startsWith('jm-') ? 'jobmanager' : 'taskmanager';
  const derived = ofProcess(component, config, '1.20.5');
  if (derived.status !== 0) throw new Error(`${id}: ${derived.stdout}${derived.stderr}`);
  const command = [
    ...shell.split(' '),
    'java',
    ...derived.stdout.trim().split(' '),
    ...jvm.split(' '),
    ...OPENED,
    ...LOCALE,
    '-cp',
    classpath('1.20.5'),
    'Failure',
    ...way.split(' '),
  ].filter((part) => part !== '');
  const began = Date.now();
  const ended = await run(command, signal);
  console.error(`${id}: ${Date.now() - began} ms, exit ${ended.code}`);
  const text = cleaned(ended.text);
  const flags = [...derived.stdout.trim().split(' '), jvm].filter((part) => part !== '').join(' ');
  return {
    id,
    ...(exits ? { exitCode: ended.code } : { text }),
    recorded: true,
    how: `Java ${JVM_VERSION} with ${flags}${shell === '' ? '' : `, under ${shell}`}, Flink's classes: ${way}${signal === undefined ? '' : `, then ${signal}`}`,
    flinkVersion: '1.20.5',
    config: { ...config, ...extra },
    pool,
  };
}

/** What a command prints, and its exit code as a shell counts it. */
function run([command, ...args], signal) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: work });
    const late = setTimeout(() => child.kill('SIGKILL'), 60_000);
    let text = '';
    const add = (chunk) => {
      text += chunk;
      if (signal !== undefined && text.includes('waiting')) child.kill(signal);
    };
    child.stdout.on('data', add);
    child.stderr.on('data', add);
    child.on('close', (code, by) => {
      clearTimeout(late);
      resolve({ text, code: code ?? 128 + { SIGKILL: 9, SIGTERM: 15 }[by] });
    });
  });
}

function refusal({ id, config, component, flinkVersion }) {
  const { stdout, stderr, status } = ofProcess(component, config, flinkVersion);
  if (status === 0) throw new Error(`${id}: Flink ${flinkVersion} accepts it: ${stdout}${stderr}`);
  const how = `Flink ${flinkVersion}'s own classes, asked for the memory of a ${component}`;
  return { id, text: cleaned(stdout), recorded: true, how, flinkVersion, config, pool: 'configuration' };
}

const wanted = (one) => asked.size === 0 || asked.has(one.id);
const messages = [];
for (const one of FAILURES.filter(wanted)) messages.push(await failure(one));
for (const one of REFUSALS.filter(wanted)) messages.push(refusal(one));
messages.push(...WRITTEN.filter(wanted).map((one) => ({ ...one, recorded: false })));
const lines = messages.map((message) => `${JSON.stringify(message)}\n`).join('');
if (asked.size === 0) writeFileSync(OUT, lines);
else process.stdout.write(lines);
rmSync(work, { recursive: true });
