import { type FlinkVersion, isFrom, versionText } from '@plimsoll/units';
import { catalogueOf, type FlinkOption } from '../catalogue/index.js';
import { defaultValue } from '../reading/default-value.js';
import { type FlinkConfig, type OptionValue, readOption } from '../reading/index.js';
import { foundIn, readKnown } from '../reading/read-option.js';
import { type DefaultEffect, effectOf } from './changed-defaults.js';
import type { Draft } from './draft.js';
import { sameMeaning, textFor } from './value-text.js';

/** An option as both versions declare it, with another default. */
interface ChangedDefault {
  readonly before: FlinkOption;
  readonly after: FlinkOption;
  readonly effect: DefaultEffect;
}

const changed = new Map<string, readonly ChangedDefault[]>();

/** The defaults that differ between two versions so that it matters. */
function changedDefaults(from: FlinkVersion, to: FlinkVersion): readonly ChangedDefault[] {
  const name = `${versionText(from)} ${versionText(to)}`;
  const known = changed.get(name);
  if (known !== undefined) return known;
  const target = catalogueOf(to).options;
  const found = [...catalogueOf(from).options.values()].flatMap((before) => {
    const after = target.get(before.key);
    const effect = after === undefined || before.pattern ? undefined : effectOf(after);
    if (after === undefined || effect === undefined) return [];
    return isSameDefault(from, to, before, after) ? [] : [{ before, after, effect }];
  });
  changed.set(name, found);
  return found;
}

/** Says which defaults the configuration relies on that are others in the target. */
export function noteDefaults(draft: Draft): void {
  const config = draft.config();
  for (const { before, after, effect } of changedDefaults(draft.from, draft.to)) {
    if (foundIn(draft.original, before, before.key) ?? foundIn(config, after, after.key)) continue;
    if (holds(draft, config, effect)) note(draft, before, after, effect);
  }
  noteRestarts(draft);
}

function isSameDefault(
  from: FlinkVersion,
  to: FlinkVersion,
  before: FlinkOption,
  after: FlinkOption,
): boolean {
  const [one, other] = [defaultValue(before), defaultValue(after)];
  if (sameMeaning(one, other, null)) return true;
  if (one === null || other === null) return false;
  const [asAfter, asBefore] = [
    readKnown({ [after.key]: String(one.value) }, to, after, after.key),
    readKnown({ [before.key]: String(other.value) }, from, before, before.key),
  ];
  return (
    (one.type === 'String' && asAfter.kind === 'ok' && sameMeaning(asAfter.value.value, other, null)) ||
    (other.type === 'String' && asBefore.kind === 'ok' && sameMeaning(one, asBefore.value.value, null))
  );
}

function holds(draft: Draft, config: FlinkConfig, { onlyWith }: DefaultEffect): boolean {
  if (onlyWith === undefined) return true;
  const read = readOption(config, draft.to, onlyWith.key);
  if (read.kind !== 'ok' || read.value.value === null) return false;
  return onlyWith.values.includes(String(read.value.value.value).toLowerCase());
}

function note(
  draft: Draft,
  before: FlinkOption,
  after: FlinkOption,
  { severity, effect }: DefaultEffect,
): void {
  const [from, to] = [versionText(draft.from), versionText(draft.to)];
  const kept = keptText(draft, defaultValue(before), after);
  draft.note({
    ruleId: 'default-changed',
    severity,
    title: 'A default is another one',
    message: `${after.key} is not set: ${shown(before)} in Flink ${from}, ${shown(after)} in Flink ${to}. ${effect}`,
    path: after.key,
    evidence: [
      { name: `default in ${from}`, value: shown(before), unit: 'text', from: `Flink ${from}` },
      { name: `default in ${to}`, value: shown(after), unit: 'text', from: `Flink ${to}` },
    ],
    ...(kept === undefined ? {} : { fix: { set: { [after.key]: kept }, unset: [] } }),
  });
}

const keptText = (draft: Draft, value: OptionValue | null, after: FlinkOption): string | undefined =>
  value === null ? undefined : textFor(value, null, after, after.key, draft.to);

const UNBOUNDED = '9223372036854775807 bytes';

function shown({ defaultValue: value }: FlinkOption): string {
  if (value === null) return 'nothing';
  if (value === UNBOUNDED) return 'unbounded';
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

const LONGEST = 100;

/** From 1.19 on a job with checkpoints and no strategy of its own is restarted with growing delays. */
function noteRestarts(draft: Draft): void {
  const [before, after] = [isFrom(draft.from, 1, 19), isFrom(draft.to, 1, 19)];
  const set = ['restart-strategy', 'restart-strategy.type'].some((key) => Object.hasOwn(draft.original, key));
  if (before === after || set) return;
  const checkpoints = Object.hasOwn(draft.original, 'execution.checkpointing.interval');
  const [older, newer] = ['a fixed delay of 1 s without end', 'delays that grow from 1 s to 1 min'];
  const key = catalogueOf(draft.to).options.has('restart-strategy.type')
    ? 'restart-strategy.type'
    : 'restart-strategy';
  draft.note({
    ruleId: 'restart-strategy-default-changed',
    severity: checkpoints ? 'warning' : 'info',
    title: 'Jobs are restarted otherwise',
    message: `No restart strategy is set. With checkpoints Flink ${versionText(draft.from)} restarts a job with ${before ? newer : older}, Flink ${versionText(draft.to)} with ${after ? newer : older}.`,
    path: key,
    ...(after
      ? {
          fix: {
            set: {
              [key]: 'fixed-delay',
              'restart-strategy.fixed-delay.attempts': '2147483647',
              'restart-strategy.fixed-delay.delay': '1 s',
            },
            unset: [],
          },
        }
      : { fix: { set: { [key]: 'exponential-delay' }, unset: [] } }),
  });
}
