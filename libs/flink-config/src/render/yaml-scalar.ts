import { javaDoubleText } from '@plimsoll/units';
import { doubleQuoted } from '../parse/yaml/double-quoted.js';
import { SPECIAL } from '../parse/yaml/flow-text.js';
import { TAG_PREFIX } from '../parse/yaml/node.js';
import { tagOfPlain } from '../parse/yaml/scalar-tag.js';

/** Words that stand bare in any YAML, where they mean nothing else. */
const BARE = /^[\w/][\w./-]*(?::[\w./-]+)*(?: [\w./-]+)*$/;
const BEGINS_WITH_LETTER = /^[A-Za-z]/;
const WORD_WITH_A_MEANING = /^(?:true|false|null|yes|no|on|off|y|n|nan|inf|infinity)$/i;
const WHOLE = /^(?:0|-?[1-9]\d{0,17})$/;
const DECIMAL = /^-?\d+\.\d+$/;

/** A text of one line that reads back as itself, bare where nobody can take it for anything else. */
export const yamlText = (text: string): string =>
  BEGINS_WITH_LETTER.test(text) && isBare(text) ? text : quoted(text);

/** A value for Flink’s own YAML parser, which turns numbers and booleans into texts again: those stay bare that come back the same. */
export function flinkValue(text: string): string {
  if (text === 'true' || text === 'false' || WHOLE.test(text)) return text;
  if (DECIMAL.test(text) && javaDoubleText(Number(text)) === text) return text;
  return isBare(text) && tagOfPlain(text) === `${TAG_PREFIX}str` ? text : quoted(text);
}

const isBare = (text: string): boolean => BARE.test(text) && !WORD_WITH_A_MEANING.test(text);

/** In single quotes, or in double ones where there is something that only an escape can hold. */
export const quoted = (text: string): string =>
  SPECIAL.test(text) || text.includes('\n') ? doubleQuoted(text) : `'${text.replaceAll("'", "''")}'`;
