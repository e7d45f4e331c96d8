import { javaDoubleText, parseJavaDouble } from '@plimsoll/units';
import { LoadFault, syntaxFault } from './fault.js';
import { type MappingNode, type ScalarNode, type SequenceNode, TAG_PREFIX, type YamlNode } from './node.js';
import { identity, javaText, type ListValue, type MapValue, type YamlValue } from './value.js';

/** What the nodes of a document hold. */
export const constructed = (root: YamlNode): YamlValue => new Construction().value(root);

const KINDS: Readonly<Record<string, YamlNode['kind']>> = {
  null: 'scalar',
  bool: 'scalar',
  int: 'scalar',
  float: 'scalar',
  str: 'scalar',
  binary: 'scalar',
  seq: 'sequence',
  map: 'mapping',
  set: 'mapping',
};

const NODE_CLASSES: Readonly<Record<YamlNode['kind'], string>> = {
  scalar: 'ScalarNode',
  sequence: 'SequenceNode',
  mapping: 'MappingNode',
};

const UNSAFE_IN_TAG = /[^\w.\-!~*'()@:$&,;=[\]/]/gu;

const encoded = (tag: string): string => tag.replace(UNSAFE_IN_TAG, (char) => encodeURIComponent(char));

class Construction {
  private readonly known = new Map<YamlNode, YamlValue>();
  private readonly open = new Set<YamlNode>();

  value(node: YamlNode): YamlValue {
    const known = this.known.get(node);
    if (known !== undefined) return known;
    if (this.open.has(node)) throw syntaxFault('found unconstructable recursive node', node.start);
    this.open.add(node);
    const value = this.fresh(node);
    this.open.delete(node);
    return value;
  }

  private fresh(node: YamlNode): YamlValue {
    const type = node.tag.startsWith(TAG_PREFIX) ? node.tag.slice(TAG_PREFIX.length) : '';
    const expected = Object.hasOwn(KINDS, type) ? KINDS[type] : undefined;
    if (expected === undefined) {
      throw syntaxFault(`could not determine a constructor for the tag ${encoded(node.tag)}`, node.start);
    }
    if (expected !== node.kind) throw wrongNode(node, expected);
    if (node.kind === 'scalar') return this.keep(node, scalar(node, type));
    return node.kind === 'sequence' ? this.list(node) : this.map(node, type === 'set' ? 'set' : 'map');
  }

  private keep(node: YamlNode, value: YamlValue): YamlValue {
    this.known.set(node, value);
    return value;
  }

  private list(node: SequenceNode): YamlValue {
    const value: ListValue = { kind: 'list', items: [] };
    if (node.recursive) this.keep(node, value);
    for (const item of node.items) value.items.push(this.value(item));
    return this.keep(node, value);
  }

  private map(node: MappingNode, kind: MapValue['kind']): YamlValue {
    const value: MapValue = { kind, entries: new Map() };
    if (node.recursive) this.keep(node, value);
    this.refuseDuplicates(node);
    for (const entry of node.entries) {
      const key = this.value(entry.key);
      const held: YamlValue = kind === 'set' ? { kind: 'null' } : this.value(entry.value);
      value.entries.set(identity(key), { key, value: held, mark: entry.key.start });
    }
    return this.keep(node, value);
  }

  private refuseDuplicates({ entries, start }: MappingNode): void {
    const seen = new Set<string>();
    for (const { key: node } of entries) {
      const key = this.value(node);
      const id = identity(key);
      if (seen.has(id)) {
        const context = { doing: 'while constructing a mapping', since: start };
        throw syntaxFault(`found duplicate key ${javaText(key)}`, node.start, context);
      }
      seen.add(id);
    }
  }
}

function wrongNode(node: YamlNode, expected: YamlNode['kind']): LoadFault {
  const [is, wanted] = [NODE_CLASSES[node.kind], NODE_CLASSES[expected]].map(
    (name) => `org.snakeyaml.engine.v2.nodes.${name}`,
  );
  const loader = `(${is} and ${wanted} are in unnamed module of loader 'app')`;
  return new LoadFault(
    'ClassCastException',
    `class ${is} cannot be cast to class ${wanted} ${loader}`,
    node.start,
  );
}

function scalar(node: ScalarNode, type: string): YamlValue {
  const { text, style, start, end } = node;
  const from = { text, style, start, end };
  switch (type) {
    case 'null':
      return { kind: 'null' };
    case 'bool': {
      const lower = text.toLowerCase();
      return lower === 'true' || lower === 'false'
        ? { kind: 'boolean', text: lower, from }
        : { kind: 'null' };
    }
    case 'int':
      return { kind: 'integer', text: String(integer(node)), from };
    case 'float':
      return { kind: 'decimal', text: decimal(node), from };
    case 'binary':
      return { kind: 'binary', text: binary(node), from };
    default:
      return { kind: 'text', text, from };
  }
}

const PREFIXED = /^([-+]?)(0x|0o|)(-?)(.*)$/s;
const DIGITS: Readonly<Record<string, RegExp>> = { '0x': /^[\da-fA-F]+$/, '0o': /^[0-7]+$/, '': /^\d+$/ };

function integer({ text, start }: ScalarNode): bigint {
  if (text === '') {
    throw syntaxFault('found empty value', start, { doing: 'while constructing an int', since: start });
  }
  const [, sign, prefix = '', second = '', digits = ''] = PREFIXED.exec(text) ?? [];
  if (DIGITS[prefix]?.test(digits) !== true || (sign === '-' && second === '-')) {
    throw new LoadFault('NumberFormatException', `For input string: "${second}${digits}"`, start);
  }
  const value = BigInt(prefix + digits);
  return (sign === '-') !== (second === '-') ? -value : value;
}

function decimal({ text, start }: ScalarNode): string {
  const lower = text.toLowerCase();
  if (lower === '') {
    throw new LoadFault('StringIndexOutOfBoundsException', 'String index out of range: 0', start);
  }
  if (lower === '.nan') return '.nan';
  if (/^[-+]?\.inf$/.test(lower)) return lower.startsWith('-') ? '-.inf' : '.inf';
  const unsigned = lower.replace(/^[-+]/, '');
  const read = parseJavaDouble(unsigned);
  if (read.kind === 'thrown') throw new LoadFault(read.exception, read.message, start);
  const value = lower.startsWith('-') ? -read.value : read.value;
  if (Number.isNaN(value)) return '.nan';
  if (!Number.isFinite(value)) return value < 0 ? '-.inf' : '.inf';
  return javaDoubleText(value);
}

const BASE64 = /^(?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/]{2,3}={0,2})?$/;

function binary({ text, start }: ScalarNode): string {
  const digits = text.replace(/\s/g, '');
  if (BASE64.test(digits)) return digits.padEnd(Math.ceil(digits.length / 4) * 4, '=');
  throw new LoadFault('IllegalArgumentException', 'Input byte array has wrong 4-byte ending unit', start);
}
