import { javaDoubleText } from '@plimsoll/units';
import type { Position } from '../answer.js';
import { composed } from '../yaml/composer.js';
import { LoadFault } from '../yaml/fault.js';
import type { YamlNode } from '../yaml/node.js';

/** A value of a Kubernetes resource as the API server holds it, with its place in the text. */
export type Tree =
  | { readonly kind: 'object'; readonly fields: ReadonlyMap<string, Field>; readonly at: Position }
  | { readonly kind: 'list'; readonly items: readonly Tree[]; readonly at: Position }
  | {
      readonly kind: 'text' | 'number' | 'boolean' | 'null';
      readonly text: string;
      /** As it stands in the file. */
      readonly spelled: string;
      readonly at: Position;
    };

export interface Field {
  readonly key: Position;
  readonly value: Tree;
}

export type Scalar = Exclude<Tree, { readonly kind: 'object' | 'list' }>;

/** A key that comes twice; the last one counts. */
export type Twice = (key: string, at: Position) => void;

/**
 * A document as `kubectl` reads it: YAML 1.1 of Go, in which `yes` and `on` are true, `010` is eight and merge keys are followed.
 * Throws LoadFault where it is no YAML.
 */
export function tree(text: string, linesBefore: number, twice: Twice): Tree | null {
  const node = composed(text);
  return node === null ? null : new Reading(linesBefore, twice).tree(node);
}

/** No resource comes near; aliases can make as many of a short text. */
const MOST_NODES = 200_000;

class Reading {
  private readonly open = new Set<YamlNode>();
  private count = 0;

  constructor(
    private readonly linesBefore: number,
    private readonly twice: Twice,
  ) {}

  tree(node: YamlNode): Tree {
    const at = this.position(node);
    this.count += 1;
    if (this.count > MOST_NODES) throw new LoadFault('YamlEngineException', 'excessive aliasing', node.start);
    if (node.kind === 'scalar') return scalar(node, at);
    if (this.open.has(node)) throw new LoadFault('YamlEngineException', 'anchor contains itself', node.start);
    this.open.add(node);
    const read: Tree =
      node.kind === 'sequence'
        ? { kind: 'list', items: node.items.map((item) => this.tree(item)), at }
        : { kind: 'object', fields: this.fields(node), at };
    this.open.delete(node);
    return read;
  }

  private fields(node: Extract<YamlNode, { kind: 'mapping' }>): Map<string, Field> {
    const own = new Map<string, Field>();
    const merged = new Map<string, Field>();
    for (const { key, value } of node.entries) {
      if (isMerge(key)) this.merge(this.tree(value), merged);
      else {
        const read = this.tree(key);
        const name = 'text' in read ? read.text : '';
        const at = this.position(key);
        if (own.has(name)) this.twice(name, at);
        own.set(name, { key: at, value: this.tree(value) });
      }
    }
    return new Map([...merged, ...own]);
  }

  private merge(value: Tree, into: Map<string, Field>): void {
    if (value.kind === 'object') {
      for (const [name, field] of value.fields) if (!into.has(name)) into.set(name, field);
    } else if (value.kind === 'list') for (const item of value.items) this.merge(item, into);
  }

  private position({ start }: YamlNode): Position {
    return { line: start.line + 1 + this.linesBefore, column: start.column + 1 };
  }
}

const isMerge = (key: YamlNode): boolean =>
  key.kind === 'scalar' && key.text === '<<' && key.style === 'plain';

const TRUE = /^(?:y|Y|yes|Yes|YES|true|True|TRUE|on|On|ON)$/;
const FALSE = /^(?:n|N|no|No|NO|false|False|FALSE|off|Off|OFF)$/;
const NULL = /^(?:|~|null|Null|NULL)$/;
const INT = /^[-+]?(?:0b[01]+|0o?[0-7]+|0x[\da-fA-F]+|[1-9]\d*|0)$/;
const FLOAT = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/;
const OCTAL = /^0o?(?=[0-7])/;

function scalar({ text, tagged, style }: Extract<YamlNode, { kind: 'scalar' }>, at: Position): Scalar {
  const is = (kind: Scalar['kind'], value: string): Scalar => ({ kind, text: value, spelled: text, at });
  if (style !== 'plain' || tagged) return is('text', text);
  if (NULL.test(text)) return is('null', 'null');
  if (TRUE.test(text)) return is('boolean', 'true');
  if (FALSE.test(text)) return is('boolean', 'false');
  const digits = text.replaceAll('_', '');
  if (/^[-+]?[\d.]/.test(text) && INT.test(digits)) return is('number', whole(digits));
  if (/^[-+]?[\d.]/.test(text) && FLOAT.test(digits)) return is('number', decimal(Number(digits)));
  return is('text', text);
}

function whole(digits: string): string {
  const negative = digits.startsWith('-');
  const magnitude = BigInt(digits.replace(/^[-+]/, '').replace(OCTAL, '0o'));
  return String(negative ? -magnitude : magnitude);
}

/** A number that the API server holds as a float: whole ones lose their point. */
const decimal = (value: number): string =>
  Number.isSafeInteger(value) ? String(value) : javaDoubleText(value);
