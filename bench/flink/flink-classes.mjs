import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';

const HERE = import.meta.dirname;
const SOURCES = ['pom.xml', 'src/main/java/FlinkMemoryRate.java'].map((path) => join(HERE, path));
const CLASSPATH = join(HERE, 'target', 'classpath.txt');

/** JVM of the measurement: collector and heap of a small server, one for all rounds. */
const JVM = ['-XX:+UseSerialGC', '-Xms512m', '-Xmx512m', '-Duser.language=en', '-Duser.country=US'];

/**
 * Starts Flink's own classes, those of 1.20.5, over the given TaskManager configurations, all of which they must accept.
 * Builds them with Maven the first time.
 * @returns a string that says why not, where this machine has no Java or cannot build; else `modelsPerSecond(ms)`, models per
 *   second of processor time over one round in the running JVM (ask once for 8000 before, to warm it up), and `close()`
 */
export async function startFlinkClasses(configs) {
  const missing = missingTool() ?? buildFailure();
  if (missing !== undefined) return missing;
  const folder = mkdtempSync(join(tmpdir(), 'flink-classes-'));
  const file = join(folder, 'configurations.jsonl');
  writeFileSync(file, configs.map((config) => `${JSON.stringify(config)}\n`).join(''));
  const classpath = [join(HERE, 'target', 'classes'), readFileSync(CLASSPATH, 'utf8').trim()].join(delimiter);
  const jvm = spawn('java', [...JVM, '-cp', classpath, 'FlinkMemoryRate', file]);
  const complaints = [];
  jvm.stderr.on('data', (chunk) => complaints.push(chunk));
  const exited = new Promise((resolve) => jvm.once('close', resolve));
  const answers = createInterface({ input: jvm.stdout })[Symbol.asyncIterator]();
  return {
    async modelsPerSecond(ms = 1500) {
      jvm.stdin.write(`${ms}\n`);
      const { value, done } = await answers.next();
      if (done) throw new Error(`Flink's classes ended: ${Buffer.concat(complaints)}`);
      return Number(value);
    },
    async close() {
      jvm.stdin.end();
      await exited;
      rmSync(folder, { recursive: true });
    },
  };
}

function missingTool() {
  for (const [tool, argument] of [
    ['java', '-version'],
    ['mvn', '-version'],
  ]) {
    try {
      execFileSync(tool, [argument], { stdio: 'ignore' });
    } catch {
      return `no ${tool} on this machine`;
    }
  }
}

function buildFailure() {
  const built = existsSync(CLASSPATH) ? statSync(CLASSPATH).mtimeMs : 0;
  if (SOURCES.every((path) => statSync(path).mtimeMs <= built)) return;
  try {
    execFileSync('mvn', ['-q', '-B', '-f', SOURCES[0], 'compile'], { stdio: ['ignore', 'ignore', 'pipe'] });
  } catch (failure) {
    return `Maven could not build Flink's classes: ${failure.stderr.toString().slice(0, 300)}`;
  }
}
