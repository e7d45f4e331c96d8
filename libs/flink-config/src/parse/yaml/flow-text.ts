import { isBlank, isGap, UNPRINTABLE } from './characters.js';
import { doubleQuoted } from './double-quoted.js';
import { TAG_PREFIX } from './node.js';
import { tagOfPlain } from './scalar-tag.js';
import type { YamlValue } from './value.js';

/** A value as Flink writes it into one line: `['file:///a', b, {c: 1}]`. */
export const flowText = (value: YamlValue): string => new FlowWriter(value).text();

/** Keys longer than this are written with a question mark. */
const LONGEST_SIMPLE_KEY = 128;

class FlowWriter {
  private readonly seen = new Map<YamlValue, number>();
  private readonly names = new Map<YamlValue, string>();
  private readonly written = new Set<YamlValue>();

  constructor(private readonly root: YamlValue) {
    this.count(root);
  }

  text(): string {
    return this.node(this.root, false);
  }

  /** Collections that come twice get a name: the first is marked with it, the others are it. */
  private count(value: YamlValue): void {
    if (value.kind !== 'list' && value.kind !== 'map' && value.kind !== 'set') return;
    const before = this.seen.get(value) ?? 0;
    this.seen.set(value, before + 1);
    if (before === 1) this.names.set(value, `id${String(this.names.size + 1).padStart(3, '0')}`);
    if (before > 0) return;
    if (value.kind === 'list') for (const item of value.items) this.count(item);
    else
      for (const { key, value: held } of value.entries.values()) {
        this.count(key);
        this.count(held);
      }
  }

  private node(value: YamlValue, asKey: boolean): string {
    const name = this.names.get(value);
    if (name !== undefined && this.written.has(value)) return `*${name}`;
    this.written.add(value);
    const anchor = name === undefined ? '' : `&${name} `;
    switch (value.kind) {
      case 'null':
        return 'null';
      case 'text':
        return scalarText(value.text, asKey);
      case 'list':
        return `${anchor}[${value.items.map((item) => this.node(item, false)).join(', ')}]`;
      case 'map':
      case 'set': {
        const entries = [...value.entries.values()].map(({ key, value: held }) => this.entry(key, held));
        return `${anchor}${value.kind === 'set' ? '!!set ' : ''}{${entries.join(', ')}}`;
      }
      case 'binary':
        return `!!binary "${value.text}"`;
      default:
        return value.text;
    }
  }

  private entry(key: YamlValue, value: YamlValue): string {
    return isSimpleKey(key)
      ? `${this.node(key, true)}: ${this.node(value, false)}`
      : `? ${this.node(key, false)} : ${this.node(value, false)}`;
  }
}

function isSimpleKey(key: YamlValue): boolean {
  if (key.kind === 'list') return key.items.length === 0;
  if ('entries' in key) return key.entries.size === 0;
  if (key.kind === 'null') return true;
  return key.text !== '' && !key.text.includes('\n') && key.text.length < LONGEST_SIMPLE_KEY;
}

function scalarText(text: string, asKey: boolean): string {
  const { plain, single } = allowed(text);
  const isText = tagOfPlain(text) === `${TAG_PREFIX}str`;
  if (plain && isText && text !== '') return text;
  const multiline = text.includes('\n');
  if (single && !multiline && !(asKey && multiline)) return `'${text.replaceAll("'", "''")}'`;
  return doubleQuoted(text);
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
