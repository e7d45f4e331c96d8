import { javaDoubleText } from '@plimsoll/units';
import { doubleQuoted } from '../parse/yaml/double-quoted.js';
import { SPECIAL } from '../parse/yaml/flow-text.js';

/** Bare words that neither YAML 1.1 nor 1.2 takes for anything but text. */
const BARE = /^[A-Za-z][\w./-]*(?::(?!\/\/\s)[\w./-]+)*(?: [\w./-]+)*$/;
const WORD_WITH_A_MEANING = /^(?:true|false|null|yes|no|on|off|y|n|nan|inf|infinity)$/i;
const WHOLE = /^(?:0|-?[1-9]\d{0,17})$/;
const DECIMAL = /^-?\d+\.\d+$/;

/** A text of one line that reads back as itself, bare where nobody can take it for anything else. */
export function yamlText(text: string): string {
  if (BARE.test(text) && !WORD_WITH_A_MEANING.test(text)) return text;
  return quoted(text);
}

/** A value for Flink’s own YAML parser, which turns numbers and booleans into texts again: those stay bare that come back the same. */
export function flinkValue(text: string): string {
  if (text === 'true' || text === 'false' || WHOLE.test(text)) return text;
  if (DECIMAL.test(text) && javaDoubleText(Number(text)) === text) return text;
  return yamlText(text);
}

/** In single quotes, or in double ones where there is something that only an escape can hold. */
export function quoted(text: string): string {
  return SPECIAL.test(text) || text.includes('\n') ? doubleQuoted(text) : `'${text.replaceAll("'", "''")}'`;
}
