import { versionText } from '@plimsoll/units';
import { type FlinkOption, flinkOption } from '../catalogue/index.js';
import { readKnown } from '../reading/read-option.js';
import type { Draft } from './draft.js';
import { isUnknownValue, replacedValue } from './replaced-values.js';
import type { UsedOption } from './used-options.js';
import { textFor } from './value-text.js';

/** Puts the value of an option under the key of the option that takes it over, in words that the other version reads alike. */
export function carry(draft: Draft, used: UsedOption, target: string): void {
  const option = flinkOption(draft.to, target)?.option;
  if (option === undefined || option === null) return;
  const text = typeof used.raw === 'string' ? used.raw : undefined;
  if (text === undefined) carrySpread(draft, used, option, target);
  else carryText(draft, used, option, target, text);
}

function carryText(draft: Draft, used: UsedOption, option: FlinkOption, target: string, text: string): void {
  const written = used.from.key;
  const version = versionText(draft.to);
  const renamed = `${written} is ${target} in Flink ${version}`;
  const replaced = replacedValue(target, text, draft.from, draft.to);
  if (replaced !== undefined) {
    draft.set(target, replaced.to, replaced.reason, written);
    draft.equivalent.add(target);
    for (const [key, value] of Object.entries(replaced.also)) {
      if (flinkOption(draft.to, key) === undefined || isSet(draft, key)) continue;
      draft.set(key, value, replaced.reason, target);
    }
    return;
  }
  if (used.reading.kind === 'rejected') {
    noteRefused(draft, used, text);
    if (target !== written) draft.set(target, text, renamed, written);
    return;
  }
  const { value } = used.reading.value;
  const spelled = isUnknownValue(target, text, draft.to)
    ? undefined
    : value === null
      ? text
      : textFor(value, text, option, target, draft.to);
  if (spelled === undefined) {
    leaveOut(draft, used, option, target, text);
    return;
  }
  if (spelled === text && target === written) return;
  const reason =
    spelled === text ? renamed : `so Flink ${version} reads it as Flink ${versionText(draft.from)} does`;
  draft.set(target, spelled, reason, written);
}

/** Whether the configuration says an option by any key that the target reads. */
function isSet(draft: Draft, key: string): boolean {
  const option = flinkOption(draft.to, key)?.option;
  if (option === undefined || option === null) return true;
  return [key, ...option.fallbackKeys, ...option.deprecatedKeys].some(
    (other) => draft.get(other) !== undefined || Object.hasOwn(draft.original, other),
  );
}

/** Entries of a map that are spread over keys stay spread where the target reads them so. */
function carrySpread(draft: Draft, used: UsedOption, option: FlinkOption, target: string): void {
  const { raw, from, key } = used;
  if (typeof raw === 'string') return;
  const moved = `${from.key} is ${target} in Flink ${versionText(draft.to)}`;
  if (option.prefixMap) {
    if (from.key === target) return;
    for (const [name, text] of raw) {
      draft.set(`${target}.${name}`, text, moved, `${from.key}.${name}`);
      draft.unset(`${from.key}.${name}`, moved);
    }
    return;
  }
  const text = textFor({ type: 'Map', value: raw }, null, option, target, draft.to);
  const reason = `Flink ${versionText(draft.to)} reads no keys below ${key}`;
  const [first = ''] = raw.keys();
  if (text !== undefined) draft.set(target, text, reason, `${from.key}.${first}`);
  for (const name of raw.keys()) draft.unset(`${from.key}.${name}`, reason);
}

function noteRefused(draft: Draft, { key, from, reading }: UsedOption, text: string): void {
  const [rejection] = reading.kind === 'rejected' ? reading.rejections : [];
  const why = rejection?.message ?? 'cannot be read';
  draft.note({
    ruleId: 'value-refused-by-source',
    severity: 'error',
    title: 'Flink cannot read a value',
    message: `${draft.shown(from.key, text)} of ${from.key} ${why}. It is left as it is.`,
    path: from.key === key ? key : from.key,
  });
}

function leaveOut(draft: Draft, used: UsedOption, option: FlinkOption, target: string, text: string): void {
  const version = versionText(draft.to);
  const read = readKnown({ [target]: text }, draft.to, option, target);
  const [rejection] = read.kind === 'rejected' ? read.rejections : [];
  const why = rejection === undefined ? 'is read otherwise' : rejection.message;
  draft.unset(used.from.key, `Flink ${version} does not take the value`);
  draft.note({
    ruleId: 'value-refused-by-target',
    severity: 'error',
    title: 'The other version does not take a value',
    message: `${draft.shown(used.from.key, text)} of ${target} ${why} in Flink ${version}; it is left out, so that the default holds.`,
    path: target,
  });
}

/** Whether the target reads an option of that key from what stands in the draft, other than by its own key. */
export function readsElsewhere(draft: Draft, used: UsedOption, target: string): boolean {
  const option = flinkOption(draft.to, target)?.option;
  if (option === undefined || option === null || used.from.key === target) return false;
  return [...option.fallbackKeys, ...option.deprecatedKeys].includes(used.from.key);
}
