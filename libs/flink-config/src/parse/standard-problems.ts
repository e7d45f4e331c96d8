import { isSensitiveKey } from '../secrets/index.js';
import type { Settings } from './settings.js';
import { type Leaf, position } from './standard-file.js';
import type { Spelled, YamlValue } from './yaml/value.js';

/** Says what a reader of the file would not expect of a value that Flink takes. */
export function ownProblems(settings: Settings, key: string, { value, mark }: Leaf): void {
  if (/(?:^|\.)<<(?:\.|$)/.test(key)) {
    const message = `Flink knows no merge keys and reads "${key}" as it stands: write the keys out.`;
    settings.problem('merge-key-not-applied', position(mark), message, key);
  }
  const items = value.kind === 'list' ? value.items : [value];
  for (const item of items) valueProblems(settings, key, item, mark.line);
}

function valueProblems(settings: Settings, key: string, value: YamlValue, keyLine: number): void {
  if (!('from' in value) || value.from === undefined) return;
  const { from } = value;
  if (from.style !== 'plain') return;
  if ((value.kind === 'integer' || value.kind === 'decimal') && value.text !== from.text) {
    const change = isSensitiveKey(key)
      ? 'and spells it anew'
      : `and makes ${short(from.text)} ${short(value.text)}`;
    const remedy = 'put it in quotes to keep it as it is';
    const message = `Flink takes the value of "${key}" for a number ${change}: ${remedy}.`;
    settings.problem('spelling-changed', position(from.start), message, key);
  }
  if (value.kind === 'text' && holdsLostKey(from, keyLine)) {
    const message = `Flink takes what looks like a key for a part of the value of "${key}": write a blank after its colon.`;
    settings.problem('missing-space-after-colon', position(from.start), message, key);
  }
}

const LOST_KEY = /(?:^|\s)[A-Za-z][\w-]*(?:\.[\w-]+)*:[^\s/]/;

/** A plain text that goes on in the lines after its key, with `key:value` in it. */
const holdsLostKey = ({ text, end }: Spelled, keyLine: number): boolean =>
  end.line > keyLine && LOST_KEY.test(text);

const LONGEST_SHOWN = 60;

const short = (text: string): string =>
  text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
