import type { Mark } from './fault.js';
import type { ScalarStyle } from './token.js';

/** What is common to the nodes of a document. */
interface Placed {
  readonly tag: string;
  readonly start: Mark;
}

export interface ScalarNode extends Placed {
  readonly kind: 'scalar';
  readonly text: string;
  readonly style: ScalarStyle;
  readonly end: Mark;
  /** Whether the file itself names the tag. */
  readonly tagged: boolean;
}

export interface SequenceNode extends Placed {
  readonly kind: 'sequence';
  readonly items: YamlNode[];
  /** Whether an alias within it leads back to it. */
  recursive: boolean;
}

export interface MappingNode extends Placed {
  readonly kind: 'mapping';
  readonly entries: { readonly key: YamlNode; readonly value: YamlNode }[];
  recursive: boolean;
}

export type YamlNode = ScalarNode | SequenceNode | MappingNode;

/** No configuration comes near; Flink itself runs out of stack some thousands of levels further down. */
export const DEEPEST = 500;

export const TAG_PREFIX = 'tag:yaml.org,2002:';
