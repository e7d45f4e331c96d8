import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Records what Flink's REST API says of two small jobs, one of the DataStream API and one in SQL: each runs some seconds in a
 * MiniCluster with two TaskManagers, on Linux with Java 17 and Maven.
 *
 * node tools/record-jobs.mjs [version …]
 */
const HERE = join(import.meta.dirname, 'record-jobs');
const OUT = join(import.meta.dirname, '..', 'libs', 'planner', 'vectors', 'jobs');
const VERSIONS = ['1.17.2', '1.20.1', '2.3.0'];
const JOBS = ['datastream', 'sql'];
/** Longer than the minute that Flink’s meters look back. */
const SECONDS = 70;
const IN_HISTORY = 3;
const OPENED = ['lang', 'util', 'time', 'net', 'nio'].map(
  (part) => `--add-opens=java.base/java.${part}=ALL-UNNAMED`,
);

const asked = process.argv.slice(2);
for (const version of asked.length > 0 ? asked : VERSIONS) {
  const work = mkdtempSync(join(tmpdir(), 'record-jobs-'));
  const jars = classpath(version, work);
  const sources = ['Record', 'Clicks', 'Shops'].map((name) => join(HERE, `src/main/java/${name}.java`));
  execFileSync('javac', ['-nowarn', '-d', work, '-cp', jars, ...sources], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  for (const job of JOBS) {
    const answers = join(work, `${job}.json`);
    const java = ['-Xmx900m', ...OPENED, `-Djava.io.tmpdir=${work}`, '-cp', `${work}:${jars}`];
    execFileSync('java', [...java, 'Record', answers, job, String(SECONDS)], {
      timeout: 180_000,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const recorded = { flinkVersion: version, ...trimmed(JSON.parse(readFileSync(answers, 'utf8'))) };
    const text = `${JSON.stringify(recorded)
      .replaceAll(/file:[^"]*(?=chk-)/g, 'file:/checkpoints/')
      .replaceAll(work, '')}\n`;
    const name = `${job}-${version.split('.').slice(0, 2).join('.')}.jsonl`;
    writeFileSync(join(OUT, name), text);
    console.error(`${name}: ${text.length} bytes`);
  }
  rmSync(work, { recursive: true });
}

function classpath(version, work) {
  const list = join(work, 'classpath.txt');
  const goal = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.0:build-classpath';
  const settings = [`-Dflink.version=${version}`, `-Dmdep.outputFile=${list}`];
  execFileSync('mvn', ['-q', '-B', '-f', join(HERE, 'pom.xml'), ...settings, goal]);
  return readFileSync(list, 'utf8').trim();
}

/** The answers as they came, without older checkpoints, and the times of each state. */
function trimmed({ plan, job, checkpoints, metrics }) {
  const { timestamps: _, plan: __, 'stream-graph': ___, ...kept } = job;
  const { history, counts } = checkpoints.checkpoints;
  return {
    plan,
    job: kept,
    checkpoints: { ...checkpoints, checkpoints: { counts, history: history.slice(0, IN_HISTORY) } },
    metrics: Object.fromEntries(
      Object.entries(metrics).map(([vertex, list]) => [vertex, list.filter(tells)]),
    ),
  };
}

/** Operators count no bytes, sources that read from outside excepted. */
function tells({ id, sum }) {
  return sum !== 0 || !/\..*Bytes/.test(id);
}
