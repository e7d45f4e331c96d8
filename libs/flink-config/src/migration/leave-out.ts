import { versionText } from '@plimsoll/units';
import { flinkOption } from '../catalogue/index.js';
import { defaultValue } from '../reading/default-value.js';
import { readOption, sameValue } from '../reading/index.js';
import type { Draft } from './draft.js';
import { removalOf } from './removed-options.js';
import { replacementOf, type Surroundings } from './replaced-options.js';
import type { UsedOption } from './used-options.js';

/** Takes an option out that the target does not have, and sets what says the same there. */
export function leaveOutOption(draft: Draft, used: UsedOption): void {
  const { key, from, option, reading, raw } = used;
  const version = versionText(draft.to);
  const keys = typeof raw === 'string' ? [from.key] : [...raw.keys()].map((name) => `${from.key}.${name}`);
  const place = keys[0] ?? key;
  const replacement = reading.kind === 'ok' ? replacementOf(reading.value, surroundings(draft)) : undefined;
  const usable =
    replacement !== undefined && Object.keys(replacement.set).every((one) => flinkOption(draft.to, one));
  if (usable) {
    for (const [name, text] of Object.entries(replacement.set))
      draft.set(name, text, replacement.reason, place);
    for (const one of keys) draft.unset(one, replacement.reason);
    return;
  }
  for (const one of keys) draft.unset(one, `Flink ${version} has no ${key}`);
  const sameAsDefault = reading.kind === 'ok' && sameValue(reading.value.value, defaultValue(option));
  const newer = draft.to.major * 100 + draft.to.minor > draft.from.major * 100 + draft.from.minor;
  const removal = newer ? removalOf(option.key) : undefined;
  draft.note({
    ruleId: newer ? 'option-removed' : 'option-unknown-to-target',
    severity: sameAsDefault && removal?.severity !== 'error' ? 'info' : (removal?.severity ?? 'warning'),
    title: newer ? 'An option is gone' : 'An option is not there yet',
    message: `Flink ${version} has no ${key}; it would be ignored without a word and is left out.${removal === undefined ? '' : ` ${removal.advice}`}`,
    path: from.key,
  });
}

const surroundings = (draft: Draft): Surroundings => ({
  read: (key) => {
    const reading = readOption(draft.original, draft.from, key);
    return reading.kind === 'ok' ? reading.value : undefined;
  },
  isSet: (key) => Object.hasOwn(draft.original, key) || draft.get(key) !== undefined,
});
