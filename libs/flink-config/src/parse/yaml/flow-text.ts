import { MOST_CHARACTERS, tooManyCharacters } from '../too-much.js';
import { isBlank, isGap, UNPRINTABLE } from './characters.js';
import { doubleQuoted } from './double-quoted.js';
import { TAG_PREFIX } from './node.js';
import { tagOfPlain } from './scalar-tag.js';
import type { ListValue, MapValue, YamlValue } from './value.js';

/** Keys of so many characters are written with a question mark. */
const LONGEST_SIMPLE_KEY = 128;
/** Beyond it the value of such a key goes into a line of its own. */
const BEST_WIDTH = 80;
const STEP = 2;

/**
 * Writes values of one file as Flink does, each into one line: `['file:///a', b, {c: 1}]`. What comes twice in one value is named
 * `id001`, and the numbers go on from value to value.
 */
export class FlowWriter {
  private named = 0;
  private seen = new Map<YamlValue, number>();
  private names = new Map<YamlValue, string>();
  private written = new Set<YamlValue>();
  private text = '';

  write(value: YamlValue): string {
    this.seen = new Map();
    this.names = new Map();
    this.written = new Set();
    this.text = '';
    this.count(value);
    this.node(value, 1);
    return this.text;
  }

  private count(value: YamlValue): void {
    if (!isCollection(value)) return;
    const before = this.seen.get(value) ?? 0;
    this.seen.set(value, before + 1);
    if (before === 1) {
      this.named += 1;
      this.names.set(value, `id${String(this.named).padStart(3, '0')}`);
    }
    if (before > 0) return;
    if (value.kind === 'list') for (const item of value.items) this.count(item);
    else
      for (const { key, value: held } of value.entries.values()) {
        this.count(key);
        this.count(held);
      }
  }

  private node(value: YamlValue, depth: number): void {
    if (this.text.length > MOST_CHARACTERS) throw tooManyCharacters();
    if (!isCollection(value)) {
      this.text += scalarText(value);
      return;
    }
    const name = this.names.get(value);
    if (name !== undefined && this.written.has(value)) {
      this.text += `*${name}`;
      return;
    }
    this.written.add(value);
    if (name !== undefined) this.text += `&${name} `;
    if (value.kind === 'list') this.items(value, depth);
    else this.entries(value, depth);
  }

  private items({ items }: ListValue, depth: number): void {
    this.text += '[';
    for (const [at, item] of items.entries()) {
      if (at > 0) this.text += ', ';
      this.node(item, depth + 1);
    }
    this.text += ']';
  }

  private entries({ kind, entries }: MapValue, depth: number): void {
    this.text += kind === 'set' ? '!!set {' : '{';
    for (const [at, { key, value }] of [...entries.values()].entries()) {
      if (at > 0) this.text += ', ';
      const simple = isSimpleKey(key);
      if (!simple) this.text += '? ';
      this.node(key, depth + 1);
      if (!simple) this.text += this.column() > BEST_WIDTH ? `\n${' '.repeat(STEP * depth)}` : ' ';
      this.text += ': ';
      this.node(value, depth + 1);
    }
    this.text += '}';
  }

  private column(): number {
    return this.text.length - this.text.lastIndexOf('\n') - 1;
  }
}

const isCollection = (value: YamlValue): value is ListValue | MapValue =>
  value.kind === 'list' || value.kind === 'map' || value.kind === 'set';

function isSimpleKey(key: YamlValue): boolean {
  if (key.kind === 'list') return key.items.length === 0;
  if ('entries' in key) return key.entries.size === 0;
  if (key.kind === 'null') return true;
  return key.text !== '' && !key.text.includes('\n') && key.text.length < LONGEST_SIMPLE_KEY;
}

function scalarText(value: Exclude<YamlValue, ListValue | MapValue>): string {
  if (value.kind === 'null') return 'null';
  if (value.kind === 'binary') return `!!binary "${value.text}"`;
  if (value.kind !== 'text') return value.text;
  const { text } = value;
  const { plain, single } = allowed(text);
  if (plain && text !== '' && tagOfPlain(text) === `${TAG_PREFIX}str`) return text;
  return single && !text.includes('\n') ? `'${text.replaceAll("'", "''")}'` : doubleQuoted(text);
}

const NEVER_FIRST = '#,[]{}&*!|>\'"%@`';
const NEVER_WITHIN = ',?[]{}:';

/** Whether a text may stand bare within brackets, and whether in single quotes. */
function allowed(text: string): { readonly plain: boolean; readonly single: boolean } {
  let indicators = text.startsWith('---') || text.startsWith('...');
  let afterGap = true;
  let [spaceBreak, breakSpace] = [false, false];
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    const before = text.charAt(at - 1);
    if (at === 0) {
      const next = text.charAt(1);
      indicators ||= NEVER_FIRST.includes(char) || '?:'.includes(char);
      indicators ||= char === '-' && (text.length === 1 || isGap(next));
    } else indicators ||= NEVER_WITHIN.includes(char) || (char === '#' && afterGap);
    spaceBreak ||= char === '\n' && before === ' ';
    breakSpace ||= char === ' ' && before === '\n';
    afterGap = isBlank(char) || char === '\n' || char === '\0';
  }
  const edged = /^[ \n]|[ \n]$/.test(text);
  const broken = spaceBreak || SPECIAL.test(text);
  return {
    plain: !(indicators || broken || breakSpace || edged || text.includes('\n')),
    single: !(broken || breakSpace),
  };
}

/** What stands in double quotes only. */
export const SPECIAL = new RegExp(`${UNPRINTABLE.source}|[\\t\\r\\x85\\u2028\\u2029]`, 'u');
