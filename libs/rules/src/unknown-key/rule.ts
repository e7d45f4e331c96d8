import { flinkOption, isSensitiveKey, nearestKeys } from '@plimsoll/flink-config';
import type { Rule } from '../rule.js';

/** Keys that programs beside Flink read out of its file. */
const OF_OTHERS = /^(?:env|kubernetes\.operator|job\.autoscaler|\$internal)\./;

export const rule: Rule = {
  id: 'unknown-key',
  family: 'file',
  severity: 'warning',
  title: 'Flink does not know this key',
  why: 'Flink reads the keys that it knows and says nothing of the others: a slip of spelling leaves the default in force, and the file looks right. taskmanager.process.size, which lacks “memory”, sizes nothing.',
  remedy: 'Spell the key as this version of Flink does, or take it out.',
  reference: 'Configuration',
  source: 'Rabbit Holes 1',
  needs: [],
  check: ({ config }) =>
    Object.keys(config.entries).flatMap((key) => {
      if (OF_OTHERS.test(key) || flinkOption(config.version, key) !== undefined) return [];
      const near = nearestKeys(config.version, key).filter(({ kind }) => kind !== 'other-version');
      const [nearest] = near;
      const meant = near.map((one) => one.key).join(' or ');
      const text = config.entries[key] ?? '';
      const sure = near.length === 1 && nearest !== undefined && !Object.hasOwn(config.entries, nearest.key);
      return [
        {
          message: `Flink ${config.flinkVersion} has no option ${key} and ignores it without a word.${near.length === 0 ? ' Take it out, or check the version that it is of.' : ` Probably ${meant} was meant.`}`,
          path: key,
          evidence: [{ name: 'key', value: key, unit: 'text', from: `/config/${key}` }],
          ...(sure && !isSensitiveKey(key) && { fix: { set: { [nearest.key]: text }, unset: [key] } }),
        },
      ];
    }),
};
