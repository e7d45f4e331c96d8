import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CASES } from './record-options/cases.mjs';

/**
 * Records what Flink's own classes read of a configuration, option by option, and the classes of the enums among them; on Linux with
 * Java 17 and Maven. With --enums only the latter, which `npm run generate` then puts into the catalogue.
 *
 * node tools/record-options.mjs [--enums]
 */
const HERE = join(import.meta.dirname, 'record-options');
const LIB = join(import.meta.dirname, '..', 'libs', 'flink-config');
const VECTORS = join(LIB, 'src', 'reading', 'recorded-readings.jsonl');
const ENUMS = join(LIB, 'facts', 'enum-classes.json');
const RECORDED = ['1.13.6', '1.17.2', '1.19.3', '1.20.5', '2.0.2', '2.1.3', '2.3.0'];
const WITH_FLAT = ['1.19.3', '1.20.5'];

const facts = JSON.parse(readFileSync(join(LIB, 'facts', 'options.json'), 'utf8'));
const work = mkdtempSync(join(tmpdir(), 'record-options-'));

const built = new Map();
function classpath(version) {
  if (!built.has(version)) {
    const list = join(work, `${version}.txt`);
    const table = facts.artifacts[version]['flink-table-api-java'];
    const settings = [
      `-Dflink.version=${version}`,
      `-Dflink.suffix=${version.startsWith('1.13') ? '_2.12' : ''}`,
      `-Dflink.table.version=${table}`,
      `-Dmdep.outputFile=${list}`,
    ];
    const goal = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.0:build-classpath';
    execFileSync('mvn', ['-q', '-B', '-f', join(HERE, 'pom.xml'), ...settings, goal]);
    const jars = readFileSync(list, 'utf8').trim();
    const classes = join(work, version);
    const source = join(HERE, 'src/main/java/Options.java');
    execFileSync('javac', ['-nowarn', '-d', classes, '-cp', jars, source], { stdio: 'ignore' });
    built.set(version, `${classes}:${jars}`);
  }
  return built.get(version);
}

function ask(version, mode, lines) {
  const java = ['-Duser.language=en', '-Duser.country=US', '-cp', classpath(version), 'Options', mode];
  const printed = execFileSync('java', java, {
    input: `${lines.join('\n')}\n`,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  return printed
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

/** Where the option is declared in a version. */
function placeOf(key, version) {
  const option = facts.options[key];
  if (!option?.in.includes(version)) return undefined;
  const before = (since) => facts.flinkVersions.indexOf(since) <= facts.flinkVersions.indexOf(version);
  const declaring = option.classHistory?.findLast(({ since }) => before(since))?.value ?? option.class;
  return `${declaring}#${key}`;
}

const base64 = (text) => Buffer.from(text, 'utf8').toString('base64');
const lineOf = (place, config) =>
  [place, ...Object.entries(config).flatMap(([key, value]) => [base64(key), base64(value)])].join('\t');

function recordEnums() {
  const keys = Object.entries(facts.options)
    .filter(([, { type, element }]) => type === 'Enum' || element === 'Enum')
    .map(([key]) => key);
  const classes = Object.fromEntries(keys.map((key) => [key, []]));
  for (const version of facts.flinkVersions) {
    const asked = keys.filter((key) => placeOf(key, version) !== undefined);
    const answers = ask(
      version,
      'enums',
      asked.map((key) => placeOf(key, version)),
    );
    answers.forEach((name, at) => {
      const entries = classes[asked[at]];
      if (name !== null && name !== 'java.lang.String' && entries.at(-1)?.value !== name)
        entries.push({ since: version, value: name });
    });
  }
  const rows = Object.entries(classes)
    .filter(([, entries]) => entries.length > 0)
    .map(([key, entries]) => `${JSON.stringify(key)}: ${JSON.stringify(entries)}`);
  writeFileSync(ENUMS, `{\n${rows.join(',\n')}\n}\n`);
}

function recordReadings() {
  const records = new Map();
  for (const version of RECORDED) {
    const asked = CASES.filter(({ option }) => placeOf(option, version) !== undefined);
    for (const flat of WITH_FLAT.includes(version) ? [false, true] : [false]) {
      const lines = asked.map(({ option, config }) => lineOf(placeOf(option, version), config));
      ask(version, flat ? 'flat' : 'read', lines).forEach((answer, at) => {
        if (answer === null) throw new Error(`${asked[at].option} is not in ${version}`);
        const record = JSON.stringify({ ...asked[at], ...answer });
        const readIn = `${version.replace(/\.\d+$/, '')}${flat ? ' flat' : ''}`;
        records.set(record, [...(records.get(record) ?? []), readIn]);
      });
    }
  }
  const lines = [...records].map(([record, readIn]) => JSON.stringify({ in: readIn, ...JSON.parse(record) }));
  writeFileSync(VECTORS, `${lines.join('\n')}\n`);
  console.error(`${[...records.values()].flat().length} readings`);
}

if (process.argv.includes('--enums')) recordEnums();
else recordReadings();
rmSync(work, { recursive: true });
