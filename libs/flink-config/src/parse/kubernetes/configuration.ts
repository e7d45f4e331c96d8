import { isFrom, parseFlinkVersion } from '@plimsoll/units';
import { isSensitiveKey } from '../../secrets/index.js';
import type { Position } from '../answer.js';
import type { Settings } from '../settings.js';
import { MOST_CHARACTERS, tooManyCharacters } from '../too-much.js';
import type { Scalar, Tree } from './tree.js';

/** From here on the operator takes any YAML; before a map of texts. */
export const TAKES_NESTED = 13;

/** `spec.flinkConfiguration` as the operator flattens it: names joined by dots, lists by semicolons, scalars as their texts. */
export function flinkConfiguration(
  settings: Settings,
  configuration: Tree,
  operatorMinor: number,
  flinkVersion: string,
): void {
  const flatten = (value: Tree, key: string, at: Position): void => {
    if (value.kind === 'object') {
      if (operatorMinor < TAKES_NESTED && key !== '') nested(settings, key, at);
      for (const [name, field] of value.fields) {
        flatten(field.value, key === '' ? name : `${key}.${name}`, field.key);
      }
      return;
    }
    if (settings.has(key)) {
      const before = settings.position(key)?.line;
      const message = `"${key}" stands in line ${before} too, spelled otherwise; the last counts: remove one.`;
      settings.problem('duplicate-key', at, message, key);
      settings.delete(key);
    }
    const text = value.kind === 'list' ? joined(value.items) : value.text;
    settings.set(key, text, at);
    for (const item of value.kind === 'list' ? value.items : [value]) {
      if ('text' in item) spelling(settings, key, item, operatorMinor);
    }
    flatFile(settings, key, text, at, flinkVersion);
  };
  flatten(configuration, '', configuration.at);
}

function joined(items: readonly Tree[]): string {
  const texts = items.map(itemText);
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  if (length > MOST_CHARACTERS) throw tooManyCharacters();
  return texts.join(';');
}

const itemText = (item: Tree): string => ('text' in item ? item.text : '');

function nested(settings: Settings, key: string, at: Position): void {
  const remedy = `write whole keys, "${key}.…"`;
  const message = `Before operator 1.${TAKES_NESTED} flinkConfiguration is a map of texts, so that Kubernetes refuses the mapping "${key}": ${remedy}.`;
  settings.problem('nested-for-old-operator', at, message, key);
}

function spelling(settings: Settings, key: string, { kind, text, spelled, at }: Scalar, minor: number): void {
  if (kind === 'text') return;
  const remedy = 'put it in quotes';
  if (minor < TAKES_NESTED) {
    const message = `Before operator 1.${TAKES_NESTED} flinkConfiguration is a map of texts, so that Kubernetes refuses the value of "${key}": ${remedy}.`;
    settings.problem('value-not-a-text', at, message, key);
  } else if (text !== spelled && !(kind === 'boolean' && text === spelled.toLowerCase())) {
    const change = isSensitiveKey(key) ? 'spells the value anew' : `makes ${spelled || 'nothing'} ${text}`;
    settings.problem('spelling-changed', at, `Kubernetes ${change} in "${key}": ${remedy} to keep it.`, key);
  }
}

function flatFile(settings: Settings, key: string, text: string, at: Position, flinkVersion: string): void {
  const version = parseFlinkVersion(flinkVersion);
  if (version === undefined || isFrom(version, 1, 19) || !/[#\n]/.test(text)) return;
  const message = `Flink ${flinkVersion} gets "${key}" by a flat file, in which "#" or the end of a line ends the value: use Flink 1.19 or later for it.`;
  settings.problem('text-after-hash-dropped', at, message, key);
}
