import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chanceTexts, NAMED } from './flink-files/hostile-texts.mjs';
import { FlinkFiles } from './flink-files/loader.mjs';

/**
 * Records what Flink’s own classes make of hostile files, on Java 17 with Maven: every named text, and of many made by chance a
 * few of each kind of answer.
 *
 * node tools/record-files.mjs
 */
const OUT = join(import.meta.dirname, '..', 'libs', 'flink-config', 'vectors', 'hostile-files.jsonl');
const PARSERS = [
  { file: 'flink-conf.yaml', versions: ['1.13.6', '1.18.1', '1.20.5'], chance: 400, ofAKind: 40 },
  { file: 'config.yaml', versions: ['1.19.3', '1.20.5', '2.0.2', '2.3.0'], chance: 6000, ofAKind: 4 },
];
const LONGEST = 400;

const flink = new FlinkFiles();

function recorded({ file, versions, chance, ofAKind }) {
  const texts = [
    ...Object.entries(NAMED),
    ...chanceTexts(chance)
      .filter((text) => text.length <= LONGEST)
      .map((text, at) => [`chance-${at}`, text]),
  ];
  const answers = versions.map((version) =>
    flink.load(
      version,
      file,
      texts.map(([, text]) => text),
    ),
  );
  const kinds = new Map();
  return texts.flatMap(([id, text], at) => {
    const byAnswer = new Map();
    for (const [nth, version] of versions.entries()) {
      const answer = JSON.stringify(named(answers[nth][at], version, file, text));
      byAnswer.set(answer, [...(byAnswer.get(answer) ?? []), version]);
    }
    const kind = kindOf(answers[0][at]);
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    if (id.startsWith('chance') && byAnswer.size === 1 && kinds.get(kind) > ofAKind) return [];
    return [...byAnswer].map(([answer, same]) => ({ id, text, file, versions: same, ...JSON.parse(answer) }));
  });
}

/** Flink numbers what comes twice in a list from the start of its process on: such a file is loaded by itself. */
function named(answer, version, file, text) {
  const numbered = Object.values(answer.result ?? {}).some((value) => value.includes('&id'));
  return numbered ? flink.load(version, file, [text])[0] : answer;
}

/** Answers are of a kind where they say the same of other words at other places. */
const kindOf = ({ ok, result, cause, message }) =>
  ok
    ? `${Object.keys(result).length} keys, ${new Set(Object.values(result).map((value) => value.replace(/\w+/g, 'x'))).size} shapes`
    : `${cause} ${(message ?? '').replace(/\d+|'[^']*'|[A-Z]\w+(?=\.)/g, '').replace(/(key|alias|tag|found:?) .*/g, '$1')}`;

/** With escapes for all that is not ASCII, so that the file shows every character. */
const ascii = (text) =>
  text.replace(/[^ -~]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);

const lines = PARSERS.flatMap(recorded);
flink.end();
writeFileSync(OUT, lines.map((line) => `${ascii(JSON.stringify(line))}\n`).join(''));
console.log(`${lines.length} answers`);
