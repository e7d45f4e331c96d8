import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CASES } from './record-checkpoints/cases.mjs';

/**
 * Records what Flink's REST API says of checkpoints when one thing goes wrong: each case runs a small job in a MiniCluster with
 * two TaskManagers, on Linux with Java 17 and Maven.
 *
 * node tools/record-checkpoints.mjs [id …]
 */
const FLINK = '1.20.5';
const HERE = join(import.meta.dirname, 'record-checkpoints');
const OUT = join(import.meta.dirname, '..', 'libs', 'checkpoint', 'vectors', 'checkpoint-statistics');
/** Of the newest checkpoints, those still running left out. */
const IN_HISTORY = 6;
/** Those of them with details: aborted subtasks report late, so a newer one and older ones. */
const WITH_DETAILS = [0, 4, 5];
const OPENED = ['lang', 'util', 'time', 'net', 'nio'].map(
  (part) => `--add-opens=java.base/java.${part}=ALL-UNNAMED`,
);
/** A small heap whose collections stop everything, on few threads. */
const JVM = ['-Xmx900m', '-XX:+UseSerialGC', '-XX:ActiveProcessorCount=2', ...OPENED];

const asked = new Set(process.argv.slice(2));
const work = mkdtempSync(join(tmpdir(), 'record-checkpoints-'));
const list = join(work, 'classpath.txt');
const goal = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.0:build-classpath';
const settings = [`-Dflink.version=${FLINK}`, `-Dmdep.outputFile=${list}`];
execFileSync('mvn', ['-q', '-B', '-f', join(HERE, 'pom.xml'), ...settings, goal]);
const jars = readFileSync(list, 'utf8').trim();
const sources = ['Record.java', 'SlowStorage.java', 'Pause.java'].map((name) =>
  join(HERE, 'src/main/java', name),
);
execFileSync('javac', ['-nowarn', '-d', work, '-cp', jars, ...sources], { stdio: 'ignore' });

for (const { id, cause, about, knobs, config } of CASES) {
  if (asked.size > 0 && !asked.has(id)) continue;
  const args = Object.entries({ ...knobs, ...config }).map(([key, value]) => `${key}=${value}`);
  const java = [...JVM, `-Djava.io.tmpdir=${work}`, '-cp', `${work}:${jars}`, 'Record', ...args];
  const printed = execFileSync('java', java, { encoding: 'utf8', maxBuffer: 2 ** 28, timeout: 180_000 });
  const statistics = trimmed(JSON.parse(printed.trim().split('\n').at(-1)));
  const all = { 'execution.checkpointing.interval': `${knobs.interval ?? 1000} ms`, ...config };
  const recorded = { id, about, cause, flinkVersion: FLINK, config: all, statistics };
  const text = `${JSON.stringify(recorded).replaceAll(/file:[^"]*(?=chk-)/g, 'file:/checkpoints/')}\n`;
  writeFileSync(join(OUT, `${id}.jsonl`), text);
  console.error(`${id}: ${text.length} bytes`);
}
rmSync(work, { recursive: true });

/** The answers as they came, without older checkpoints, percentiles and metrics of other things. */
function trimmed({ job, checkpoints, details, subtasks, vertices }) {
  const ended = checkpoints.history.filter(({ status }) => status !== 'IN_PROGRESS').slice(0, IN_HISTORY);
  const kept = (of) =>
    Object.fromEntries(ended.filter((_, at) => WITH_DETAILS.includes(at)).map(({ id }) => [id, of[id]]));
  const placed = ([vertex, answer]) => [
    vertex,
    {
      id: answer.id,
      name: answer.name,
      parallelism: answer.parallelism,
      subtasks: answer.subtasks.map((one) => ({
        subtask: one.subtask,
        'taskmanager-id': one['taskmanager-id'],
      })),
    },
  ];
  return {
    checkpoints: { counts: checkpoints.counts, latest: { savepoint: null, restored: null }, history: ended },
    job: {
      plan: {
        nodes: job.plan.nodes.map(({ id, parallelism, inputs }) => ({
          id,
          parallelism,
          ...(inputs && { inputs }),
        })),
      },
    },
    details: kept(details),
    subtasks: Object.fromEntries(
      Object.entries(kept(subtasks)).map(([id, of]) => [
        id,
        Object.fromEntries(Object.entries(of).map(([vertex, { summary: _, ...rest }]) => [vertex, rest])),
      ]),
    ),
    vertices: Object.fromEntries(Object.entries(vertices).map(placed)),
  };
}
