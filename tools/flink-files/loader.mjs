import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Java, Maven or the classes of Flink are not to be had here. */
export class NotAvailable extends Error {}

const GOAL = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.0:build-classpath';
const LONGEST_MS = 120_000;
/** All exceptions with their messages, and stack enough for what is nested. */
const JVM = ['-XX:-OmitStackTraceInFastThrow', '-XX:TieredStopAtLevel=1', '-Xss4m', '-Dfile.encoding=UTF-8'];

/** Real Flink, version by version, to load files. */
export class FlinkFiles {
  #work = mkdtempSync(join(tmpdir(), 'flink-files-'));
  #classPaths = new Map();

  /** What `GlobalConfiguration` of a version makes of texts as files of a name. */
  load(version, file, texts) {
    return this.#answers(version, 'flink-core', 'Load', file, texts);
  }

  /** Bytes of the TaskManager that a version starts by texts as files of a name, or the name of its exception. */
  start(version, file, texts) {
    return this.#answers(version, 'flink-runtime', 'Start', file, texts);
  }

  #answers(version, artifact, program, file, texts) {
    const input = texts.map((text) => `${Buffer.from(text, 'utf8').toString('base64')}\n`).join('');
    const path = this.#classPath(version, artifact, program);
    return run('java', [...JVM, '-cp', path, program, file], { input })
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
  }

  end() {
    rmSync(this.#work, { recursive: true });
  }

  #classPath(version, artifact, program) {
    const name = `${artifact}-${version}`;
    const known = this.#classPaths.get(name);
    if (known !== undefined) return known;
    const list = join(this.#work, `${name}.txt`);
    const classes = join(this.#work, name);
    const maven = ['-q', '-B', '-f', join(import.meta.dirname, 'pom.xml')];
    const settings = [
      `-Dflink.version=${version}`,
      `-Dflink.artifact=${artifact}`,
      `-Dmdep.outputFile=${list}`,
      GOAL,
    ];
    try {
      run('mvn', ['-o', ...maven, ...settings]);
    } catch {
      run('mvn', [...maven, ...settings]);
    }
    const jars = readFileSync(list, 'utf8').trim();
    const source = join(import.meta.dirname, `src/main/java/${program}.java`);
    run('javac', ['-nowarn', '-d', classes, '-cp', jars, source]);
    const path = `${classes}:${jars}`;
    this.#classPaths.set(name, path);
    return path;
  }
}

function run(command, args, options = {}) {
  const limits = { encoding: 'utf8', timeout: LONGEST_MS, maxBuffer: 2 ** 28 };
  const { status, stdout, stderr, error } = spawnSync(command, args, { ...limits, ...options });
  if (status === 0) return stdout;
  throw new NotAvailable(`${command} failed: ${error?.message ?? `${stderr}${stdout}`.slice(0, 500)}`);
}
