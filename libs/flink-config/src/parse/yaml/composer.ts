import { TooMuch } from '../too-much.js';
import { LoadFault, type Mark, syntaxFault } from './fault.js';
import { DEEPEST, type MappingNode, type SequenceNode, TAG_PREFIX, type YamlNode } from './node.js';
import { tagOfPlain } from './scalar-tag.js';
import { Scanner } from './scanner.js';
import type { Token, TokenKind } from './token.js';

/** How often an alias may stand for more than a text. */
const MOST_ALIASES = 50;
/** Keys, values, items and mappings; no configuration comes near. */
const MOST_NODES = 250_000;

type Bracketed = { readonly close: TokenKind; readonly what: string };
const SEQUENCE: Bracketed = { close: ']', what: 'sequence' };
const MAPPING: Bracketed = { close: '}', what: 'mapping' };

/** The nodes of a text with one document; null where it has none. */
export const composed = (text: string): YamlNode | null => new Composer(new Scanner(text)).only();

class Composer {
  private handles = new Map<string, string>();
  private readonly anchors = new Map<string, YamlNode>();
  private readonly open = new Set<YamlNode>();
  private aliases = 0;
  private depth = 0;
  private nodes = 0;

  constructor(private readonly scanner: Scanner) {}

  only(): YamlNode | null {
    if (!this.startsDocument(true)) return null;
    const node = this.document();
    if (!this.startsDocument(false)) return node;
    const since = node.start;
    throw syntaxFault('but found another document', this.documentMark, {
      doing: 'expected a single document in the stream',
      since,
    });
  }

  private documentMark: Mark = { line: 0, column: 0 };
  private explicit = false;

  /** Reads up to the content of a document; false where none comes. */
  private startsDocument(first: boolean): boolean {
    this.explicit = false;
    this.handles = new Map([
      ['!', '!'],
      ['!!', TAG_PREFIX],
    ]);
    if (first && !this.scanner.is('<directive>', '<document start>', '<stream end>')) return true;
    while (this.scanner.is('<document end>')) this.scanner.next();
    if (this.scanner.is('<stream end>')) return false;
    this.scanner.startDocument();
    this.documentMark = this.scanner.peek().start;
    this.directives();
    if (!this.scanner.is('<document start>')) {
      const { kind, start } = this.scanner.peek();
      throw syntaxFault(`expected '<document start>', but found '${kind}'`, start);
    }
    this.scanner.next();
    this.explicit = true;
    return true;
  }

  private directives(): void {
    let versions = 0;
    const declared = new Set<string>();
    while (this.scanner.is('<directive>')) {
      const { text, values = [], start } = this.scanner.next();
      if (text === 'YAML') {
        versions += 1;
        if (versions > 1) throw syntaxFault('found duplicate YAML directive', start);
        const [major, minor] = values;
        if (major !== '1') {
          throw new LoadFault('YamlVersionException', `Version{major=${major}, minor=${minor}}`, start);
        }
      } else if (text === 'TAG') {
        const [handle = '', prefix = ''] = values;
        if (declared.has(handle)) throw syntaxFault(`duplicate tag handle ${handle}`, start);
        declared.add(handle);
        this.handles.set(handle, prefix);
      }
    }
  }

  private document(): YamlNode {
    const nothing =
      this.explicit && this.scanner.is('<directive>', '<document start>', '<document end>', '<stream end>');
    const node = nothing ? empty(this.scanner.peek().start) : this.node(true, false);
    if (this.scanner.is('<document end>')) this.scanner.next();
    else if (this.scanner.is('<directive>')) {
      const { kind, start } = this.scanner.peek();
      throw syntaxFault(`expected '<document end>' before directives, but found '${kind}'`, start);
    }
    return node;
  }

  private node(block: boolean, indentless: boolean): YamlNode {
    this.nodes += 1;
    if (this.nodes > MOST_NODES) throw new TooMuch(`has more than ${MOST_NODES} keys and values`);
    if (this.scanner.is('<alias>')) return this.alias();
    const { anchor, tag, tagMark, start } = this.properties();
    const resolved = tag === undefined ? undefined : this.fullTag(tag, start, tagMark);
    const named = resolved === '!' ? undefined : resolved;
    const token = this.scanner.peek();
    const at = start ?? token.start;
    const keep = <T extends YamlNode>(node: T): T => {
      if (anchor !== undefined) this.anchors.set(anchor, node);
      return node;
    };
    const sequence = (): SequenceNode =>
      keep({ kind: 'sequence', tag: named ?? `${TAG_PREFIX}seq`, items: [], start: at, recursive: false });
    const mapping = (): MappingNode =>
      keep({ kind: 'mapping', tag: named ?? `${TAG_PREFIX}map`, entries: [], start: at, recursive: false });
    if (indentless && token.kind === '-') return this.within(sequence(), (node) => this.indentless(node));
    if (token.kind === '<scalar>') return keep(this.scalar(named, resolved, at));
    if (token.kind === '[') return this.within(sequence(), (node) => this.flowSequence(node));
    if (token.kind === '{') return this.within(mapping(), (node) => this.flowMapping(node));
    if (block && token.kind === '<block sequence start>') {
      return this.within(sequence(), (node) => this.blockSequence(node));
    }
    if (block && token.kind === '<block mapping start>') {
      return this.within(mapping(), (node) => this.blockMapping(node));
    }
    if (anchor === undefined && tag === undefined) {
      throw syntaxFault(`expected the node content, but found '${token.kind}'`, token.start, {
        doing: `while parsing a ${block ? 'block' : 'flow'} node`,
        since: at,
      });
    }
    return keep({ ...empty(at), tag: named ?? tagOf('', resolved === undefined) });
  }

  private scalar(named: string | undefined, resolved: string | undefined, start: Mark): YamlNode {
    const { text, style = 'plain', end } = this.scanner.next();
    const tag = named ?? tagOf(text, resolved === undefined && style === 'plain');
    return { kind: 'scalar', tag, text, style, start, end, tagged: resolved !== undefined };
  }

  private properties(): { anchor?: string; tag?: Token; tagMark?: Mark; start?: Mark } {
    let anchor: string | undefined;
    let tag: Token | undefined;
    const start = this.scanner.is('<anchor>', '<tag>') ? this.scanner.peek().start : undefined;
    const anchorFirst = this.scanner.is('<anchor>');
    if (anchorFirst) anchor = this.scanner.next().text;
    if (this.scanner.is('<tag>')) tag = this.scanner.next();
    if (!anchorFirst && tag !== undefined && this.scanner.is('<anchor>')) anchor = this.scanner.next().text;
    return {
      ...(anchor === undefined ? {} : { anchor }),
      ...(tag === undefined ? {} : { tag, tagMark: tag.start }),
      ...(start === undefined ? {} : { start }),
    };
  }

  private fullTag({ handle, text }: Token, start: Mark | undefined, tagMark: Mark | undefined): string {
    if (handle === undefined) return text;
    const prefix = this.handles.get(handle);
    if (prefix !== undefined) return prefix + text;
    const mark = tagMark ?? this.scanner.peek().start;
    throw syntaxFault(`found undefined tag handle ${handle}`, mark, {
      doing: 'while parsing a node',
      ...(start === undefined ? {} : { since: start }),
    });
  }

  private alias(): YamlNode {
    const { text, start } = this.scanner.next();
    const node = this.anchors.get(text);
    if (node === undefined) throw syntaxFault(`found undefined alias ${text}`, start, { doing: '' });
    if (node.kind === 'scalar') return node;
    this.aliases += 1;
    if (this.aliases > MOST_ALIASES) {
      const message = `Number of aliases for non-scalar nodes exceeds the specified max=${MOST_ALIASES}`;
      throw new LoadFault('YamlEngineException', message, start);
    }
    if (this.open.has(node)) node.recursive = true;
    return node;
  }

  private within<T extends YamlNode>(node: T, fill: (node: T) => void): T {
    this.depth += 1;
    if (this.depth > DEEPEST) {
      const where = `at line ${node.start.line + 1}`;
      throw new TooMuch(`is nested more than ${DEEPEST} levels deep ${where}; no configuration is`);
    }
    this.open.add(node);
    fill(node);
    this.open.delete(node);
    this.depth -= 1;
    return node;
  }

  private blockSequence({ items }: SequenceNode): void {
    const since = this.scanner.next().start;
    while (this.scanner.is('-')) {
      const { end } = this.scanner.next();
      items.push(this.scanner.is('-', '<block end>') ? empty(end) : this.node(true, false));
    }
    this.blockEnd('while parsing a block collection', since);
  }

  private indentless({ items }: SequenceNode): void {
    while (this.scanner.is('-')) {
      const { end } = this.scanner.next();
      items.push(this.scanner.is('-', '?', ':', '<block end>') ? empty(end) : this.node(true, false));
    }
  }

  private blockMapping({ entries }: MappingNode): void {
    const since = this.scanner.next().start;
    while (this.scanner.is('?')) {
      const { end } = this.scanner.next();
      const key = this.scanner.is('?', ':', '<block end>') ? empty(end) : this.node(true, true);
      entries.push({ key, value: this.blockValue() });
    }
    this.blockEnd('while parsing a block mapping', since);
  }

  private blockValue(): YamlNode {
    if (this.scanner.is(':')) {
      const { end } = this.scanner.next();
      return this.scanner.is('?', ':', '<block end>') ? empty(end) : this.node(true, true);
    }
    return this.scanner.is('<scalar>') ? this.node(true, true) : empty(this.scanner.peek().start);
  }

  private blockEnd(doing: string, since: Mark): void {
    const { kind, start } = this.scanner.peek();
    if (kind !== '<block end>') {
      throw syntaxFault(`expected <block end>, but found '${kind}'`, start, { doing, since });
    }
    this.scanner.next();
  }

  private flowSequence({ items }: SequenceNode): void {
    for (const _ of this.flowEntries(SEQUENCE)) {
      items.push(this.scanner.is('?') ? this.pair() : this.node(false, false));
    }
  }

  /** `key: value` within brackets: a mapping of one entry. */
  private pair(): YamlNode {
    const { start, end } = this.scanner.next();
    const key = this.scanner.is(':', ',', ']') ? empty(end) : this.node(false, false);
    const value = this.flowValue(SEQUENCE);
    return { kind: 'mapping', tag: `${TAG_PREFIX}map`, entries: [{ key, value }], start, recursive: false };
  }

  private flowMapping({ entries }: MappingNode): void {
    for (const _ of this.flowEntries(MAPPING)) {
      if (this.scanner.is('?')) {
        const { end } = this.scanner.next();
        const key = this.scanner.is(':', ',', '}') ? empty(end) : this.node(false, false);
        entries.push({ key, value: this.flowValue(MAPPING) });
      } else {
        const key = this.node(false, false);
        entries.push({ key, value: empty(this.scanner.peek().start) });
      }
    }
  }

  /** Stops before each entry between brackets. */
  private *flowEntries({ close, what }: Bracketed): Generator<undefined> {
    const since = this.scanner.next().start;
    let first = true;
    while (!this.scanner.is(close)) {
      const { kind, start } = this.scanner.peek();
      if (!first) {
        if (kind !== ',') {
          const problem = `expected ',' or '${close}', but got ${kind}`;
          throw syntaxFault(problem, start, { doing: `while parsing a flow ${what}`, since });
        }
        this.scanner.next();
        if (this.scanner.is(close)) break;
      }
      first = false;
      yield;
    }
    this.scanner.next();
  }

  private flowValue({ close }: Bracketed): YamlNode {
    if (!this.scanner.is(':')) return empty(this.scanner.peek().start);
    const { end } = this.scanner.next();
    return this.scanner.is(',', close) ? empty(end) : this.node(false, false);
  }
}

const tagOf = (text: string, plain: boolean): string => (plain ? tagOfPlain(text) : `${TAG_PREFIX}str`);

const empty = (start: Mark): YamlNode => ({
  kind: 'scalar',
  tag: `${TAG_PREFIX}null`,
  text: '',
  style: 'plain',
  start,
  end: start,
  tagged: false,
});
