import { versionText } from '@plimsoll/units';
import { flinkOption, nearestKeys } from '../catalogue/index.js';
import type { Draft } from './draft.js';

/** Of so many unknown keys it is said what was probably meant; the others are only counted. */
const MOST = 100;

/** Keys that the older version did not know stay as they are, and it is said what the other makes of them. */
export function noteUnknownKeys(draft: Draft): void {
  const unknown = Object.keys(draft.original).filter((key) => flinkOption(draft.from, key) === undefined);
  const [from, to] = [versionText(draft.from), versionText(draft.to)];
  for (const key of unknown.slice(0, MOST)) {
    if (draft.get(key) !== draft.original[key]) {
      draft.note({
        ruleId: 'conflicting-keys',
        severity: 'warning',
        title: 'Two keys set one option',
        message: `Flink ${from} does not know ${key}: what was in effect there, by another key, takes its place.`,
        path: key,
      });
    } else if (flinkOption(draft.to, key) !== undefined) {
      draft.note({
        ruleId: 'key-new-to-target',
        severity: 'warning',
        title: 'A key takes effect that had none',
        message: `Flink ${from} does not know ${key}, Flink ${to} does: it begins to have an effect.`,
        path: key,
      });
    } else noteUnknown(draft, key);
  }
  if (unknown.length <= MOST) return;
  draft.note({
    ruleId: 'unknown-key',
    severity: 'warning',
    title: 'Flink does not know many keys',
    message: `${unknown.length - MOST} more keys are unknown to Flink ${from}; they are left as they are.`,
    path: '/config',
  });
}

function noteUnknown(draft: Draft, key: string): void {
  const [from, to] = [versionText(draft.from), versionText(draft.to)];
  const near = nearestKeys(draft.to, key).filter(({ kind }) => kind !== 'other-version');
  const meant = near.length === 0 ? '' : ` Probably ${near.map((one) => one.key).join(' or ')} was meant.`;
  draft.note({
    ruleId: 'unknown-key',
    severity: 'warning',
    title: 'Flink does not know a key',
    message: `Neither Flink ${from} nor Flink ${to} reads ${key}; it is left as it is.${meant}`,
    path: key,
  });
}
