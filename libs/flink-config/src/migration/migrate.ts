import { type FlinkVersion, type Outcome, ok, rejected, versionText } from '@plimsoll/units';
import { catalogueOf, catalogueVersion, flinkOption } from '../catalogue/index.js';
import { sameValue } from '../reading/index.js';
import { carry, readsElsewhere } from './carry.js';
import { noteChangedValues } from './check-values.js';
import { Draft } from './draft.js';
import { leaveOutOption } from './leave-out.js';
import { noteDefaults } from './note-defaults.js';
import { inOrder, type Migration, type MigrationRequest } from './result.js';
import { successionOf } from './succession.js';
import { noteUnknownKeys } from './unknown-keys.js';
import { type UsedOption, usedOptions } from './used-options.js';

/** Flink has about a thousand options; a configuration of more keys than this is none. */
const MOST_KEYS = 20_000;

/**
 * A configuration of one version of Flink as another needs it: keys under the names that the other gives them, values in words that it
 * reads alike, options that it has not left out, and what it does differently in silence told. Upwards as well as downwards.
 */
export function migrate({ flinkVersion, targetVersion, config }: MigrationRequest): Outcome<Migration> {
  const [from, to] = [catalogueVersion(flinkVersion), catalogueVersion(targetVersion, '/targetVersion')];
  if (from.kind === 'rejected' || to.kind === 'rejected') {
    return rejected(...[from, to].flatMap((one) => (one.kind === 'rejected' ? one.rejections : [])));
  }
  const keys = Object.keys(config).length;
  if (keys > MOST_KEYS) {
    return rejected({ pointer: '/config', message: `has ${keys} keys; at most ${MOST_KEYS} can be moved` });
  }
  const draft = new Draft(config, from.value, to.value);
  if (versionText(from.value) !== versionText(to.value)) work(draft);
  return ok({ config: draft.config(), changes: draft.changes(), findings: inOrder(draft.findings()) });
}

type Carried = readonly [used: UsedOption, targets: readonly string[]];

function work(draft: Draft): void {
  noteSampling(draft);
  const carried = usedOptions(draft.original, draft.from).map(
    (used): Carried => [used, targetsOf(draft, used)],
  );
  const stay = new Set(carried.flatMap(([, targets]) => targets));
  const owned = new Set(carried.map(([{ key }]) => key));
  const writers = new Map<string, UsedOption>();
  for (const [used, targets] of carried) {
    if (targets.length === 0) {
      if (!stay.has(used.from.key)) leaveOutOption(draft, used);
      continue;
    }
    for (const target of targets) {
      const taken = owned.has(target) && used.key !== target;
      const fed = stay.has(used.from.key) && readsElsewhere(draft, used, target);
      if (taken || fed) continue;
      const writer = writers.get(target);
      writers.set(target, writer ?? used);
      if (writer === undefined) carry(draft, used, target);
      else noteMerged(draft, writer, used, target);
    }
  }
  for (const [used, targets] of carried) dropOldKeys(draft, used, targets, stay);
  noteUnknownKeys(draft);
  noteDefaults(draft);
  noteChangedValues(draft, carried);
}

/** The keys under which the target has an option. */
function targetsOf(draft: Draft, { option, key }: UsedOption): readonly string[] {
  if (option.pattern) {
    const known = flinkOption(draft.to, key);
    return known?.option?.key === option.key ? [key] : [];
  }
  const { keys, notSampled } = successionOf(option, draft.from, draft.to);
  if (notSampled || keys.some((one) => catalogueOf(draft.to).options.get(one)?.notSampled))
    noteDoubt(draft, key);
  return keys;
}

/** Takes the keys out that were read before and have other names now, and those that were set in vain. */
function dropOldKeys(
  draft: Draft,
  used: UsedOption,
  targets: readonly string[],
  stay: ReadonlySet<string>,
): void {
  if (typeof used.raw !== 'string' || targets.length === 0) return;
  const { key, ignored } = used.from;
  if (!stay.has(key) && draft.get(key) !== undefined) {
    draft.unset(key, `it is ${targets.join(' and ')} in Flink ${versionText(draft.to)}`);
  }
  for (const other of ignored) {
    if (catalogueOf(draft.from).options.get(other)?.deprecated === false) continue;
    if (stay.has(other) && !targets.includes(other)) continue;
    if (!targets.includes(other)) draft.unset(other, `${key} wins over it`);
    draft.note({
      ruleId: 'conflicting-keys',
      severity: 'warning',
      title: 'Two keys set one option',
      message: `${key} and ${other} both set ${used.key}. Flink reads ${key}; ${other} was without effect.`,
      path: other,
    });
  }
}

/** Two options that are one in the target, with different values: one value is lost. */
function noteMerged(draft: Draft, writer: UsedOption, other: UsedOption, target: string): void {
  const [one, two] = [writer.reading, other.reading];
  if (one.kind === 'ok' && two.kind === 'ok' && sameValue(one.value.value, two.value.value)) return;
  draft.note({
    ruleId: 'options-merged',
    severity: 'warning',
    title: 'Two options are one there',
    message: `${writer.key} and ${other.key} are both ${target} in Flink ${versionText(draft.to)}; it takes the value of ${writer.key}.`,
    path: other.key,
  });
}

function noteDoubt(draft: Draft, key: string): void {
  draft.note({
    ruleId: 'option-not-sampled',
    severity: 'info',
    title: 'An option is not known for sure',
    message: `What Flink ${versionText(draft.to)} makes of ${key} was not sampled; the versions around it differ.`,
    path: key,
  });
}

/** Versions before the first sample are taken for it. */
function noteSampling(draft: Draft): void {
  const note = (version: FlinkVersion, path: string): void => {
    const { view } = catalogueOf(version);
    if (view.sampled || view.after !== undefined) return;
    draft.note({
      ruleId: 'option-not-sampled',
      severity: 'info',
      title: 'A version was not sampled',
      message: `The options of Flink ${versionText(version)} were not sampled; it is taken to have those of 1.13.`,
      path,
    });
  };
  note(draft.from, '/flinkVersion');
  note(draft.to, '/targetVersion');
}
