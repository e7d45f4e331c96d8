import { Settings } from './settings.js';
import { ownProblems } from './standard-problems.js';
import { MOST_CHARACTERS, TooMuch, tooManyCharacters } from './too-much.js';
import { composed } from './yaml/composer.js';
import { constructed } from './yaml/constructor.js';
import { LoadFault, type Mark } from './yaml/fault.js';
import { FlowWriter } from './yaml/flow-text.js';
import { javaClass, type MapValue, type YamlValue } from './yaml/value.js';

/** No configuration comes near; aliases can make as many of a short text. */
const MOST_KEYS = 200_000;

/** A value under its whole key. */
export interface Leaf {
  readonly value: YamlValue;
  readonly mark: Mark;
}

/**
 * `config.yaml`, as Flink from 1.19 on reads it: YAML 1.2 with the core schema, one document, keys of nested mappings joined by
 * dots. Throws LoadFault where Flink refuses the file.
 * @see org.apache.flink.configuration.YamlParserUtils#loadYamlFile
 */
export function standardFile(text: string): Settings {
  const settings = new Settings();
  const root = composed(text);
  if (root === null) return settings;
  const document = constructed(root);
  if (document.kind === 'null') return settings;
  if (document.kind !== 'map') throw notA(document, 'java.util.Map', root.start);
  const leaves = new Flattening(settings).of(document);
  const writer = new FlowWriter();
  for (const [key, { value, mark }] of leaves) {
    if (value.kind === 'null') {
      throw new LoadFault('NullPointerException', 'Value must not be null.', mark, 'RuntimeException', key);
    }
    settings.set(key, shownText(value, writer), position(mark));
    ownProblems(settings, key, { value, mark });
  }
  return settings;
}

function shownText(value: YamlValue, writer: FlowWriter): string {
  if (value.kind === 'text') return value.text;
  return value.kind === 'binary' ? `!!binary |-\n  ${value.text}` : writer.write(value);
}

export const position = ({ line, column }: Mark): { readonly line: number; readonly column: number } => ({
  line: line + 1,
  column: column + 1,
});

function notA(value: YamlValue, wanted: string, mark: Mark): LoadFault {
  const is = javaClass(value);
  const loader = `(${is} and ${wanted} are in module java.base of loader 'bootstrap')`;
  return new LoadFault('ClassCastException', `class ${is} cannot be cast to class ${wanted} ${loader}`, mark);
}

class Flattening {
  private readonly leaves = new Map<string, Leaf>();
  private readonly open = new Set<MapValue>();
  private visited = 0;
  private characters = 0;

  constructor(private readonly settings: Settings) {}

  of(document: MapValue): ReadonlyMap<string, Leaf> {
    this.flatten(document, '');
    return this.leaves;
  }

  private flatten(map: MapValue, prefix: string): void {
    this.open.add(map);
    for (const { key, value, mark } of map.entries.values()) {
      if (key.kind !== 'text' && key.kind !== 'null') throw notA(key, 'java.lang.String', mark);
      const name = prefix + (key.kind === 'text' ? key.text : 'null');
      this.count(name);
      if (value.kind !== 'map') this.leaf(name, { value, mark });
      else if (this.open.has(value))
        throw new LoadFault('StackOverflowError', null, mark, 'StackOverflowError');
      else if (value.entries.size === 0) this.nothing(name, mark);
      else this.flatten(value, `${name}.`);
    }
    this.open.delete(map);
  }

  private leaf(name: string, leaf: Leaf): void {
    const before = this.leaves.get(name);
    if (before !== undefined) {
      const message = `"${name}" stands in line ${before.mark.line + 1} too, spelled otherwise; Flink takes the last: remove one.`;
      this.settings.problem('duplicate-key', position(leaf.mark), message, name);
      this.leaves.delete(name);
    }
    this.leaves.set(name, leaf);
  }

  private nothing(name: string, mark: Mark): void {
    const message = `Flink reads nothing of "${name}", as its mapping is empty: give it keys, or remove it.`;
    this.settings.problem('empty-mapping-dropped', position(mark), message, name);
  }

  private count(name: string): void {
    this.visited += 1;
    this.characters += name.length;
    if (this.visited > MOST_KEYS) throw new TooMuch(`has more than ${MOST_KEYS} keys, aliases resolved`);
    if (this.characters > MOST_CHARACTERS) throw tooManyCharacters();
  }
}
