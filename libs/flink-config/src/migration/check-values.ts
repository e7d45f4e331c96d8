import { versionText } from '@plimsoll/units';
import { catalogueOf, type FlinkOption, flinkOption } from '../catalogue/index.js';
import type { FlinkConfig, OptionValue } from '../reading/index.js';
import { readKnown } from '../reading/read-option.js';
import type { Draft } from './draft.js';
import type { UsedOption } from './used-options.js';
import { sameMeaning, textFor } from './value-text.js';

/** Reads every option anew as the target would, and says where a value is another one than before. */
export function noteChangedValues(
  draft: Draft,
  carried: readonly (readonly [used: UsedOption, targets: readonly string[]])[],
): void {
  const config = draft.config();
  for (const [used, targets] of carried) {
    if (used.reading.kind !== 'ok') continue;
    const { value, text } = used.reading.value;
    for (const target of targets) {
      const option = flinkOption(draft.to, target)?.option;
      if (option === undefined || option === null) continue;
      const read = readKnown(config, draft.to, option, target);
      if (read.kind === 'ok' && sameMeaning(value, read.value.value, text)) continue;
      if (draft.equivalent.has(target) || draft.isNoted(target, used.key, used.from.key)) continue;
      noteChanged(draft, option, target, value);
    }
  }
  noteNewlyRead(draft, config);
}

/** Keys that stay may be read by options that did not read them before. */
function noteNewlyRead(draft: Draft, config: FlinkConfig): void {
  const before = catalogueOf(draft.from).options;
  for (const key of Object.keys(config)) {
    for (const { option } of flinkOption(draft.to, key)?.readBy ?? []) {
      const older = before.get(option.key);
      if (older === undefined || draft.isNoted(option.key)) continue;
      const [was, is] = [
        readKnown(draft.original, draft.from, older, older.key),
        readKnown(config, draft.to, option, option.key),
      ];
      if (was.kind !== 'ok' || is.kind !== 'ok') continue;
      if (!sameMeaning(was.value.value, is.value.value, is.value.text))
        noteChanged(draft, option, option.key, was.value.value);
    }
  }
}

function noteChanged(draft: Draft, option: FlinkOption, key: string, before: OptionValue | null): void {
  const [from, to] = [versionText(draft.from), versionText(draft.to)];
  const kept = before === null ? undefined : textFor(before, null, option, key, draft.to);
  draft.note({
    ruleId: 'value-changed',
    severity: 'warning',
    title: 'A value is another one',
    message: `${key} comes to another value in Flink ${to} than in Flink ${from}. Set it explicitly.`,
    path: key,
    ...(kept === undefined ? {} : { fix: { set: { [key]: kept }, unset: [] } }),
  });
}
