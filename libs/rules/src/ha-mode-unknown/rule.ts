import { highAvailability, isOfJobAlone, modeKey } from '../high-availability.js';
import type { Rule } from '../rule.js';
import { setting } from '../setting-evidence.js';

export const rule: Rule = {
  id: 'ha-mode-unknown',
  family: 'availability',
  severity: 'error',
  title: 'Flink takes the mode of high availability for the name of a class',
  why: 'Flink knows NONE, ZOOKEEPER and KUBERNETES. Any other text is the name of a factory class, which it tries to load; where there is none of that name, no process of the cluster starts.',
  remedy: 'Write zookeeper, kubernetes or NONE, or the full name of a factory class.',
  reference: 'High Availability',
  source: 'Flink documentation',
  needs: [],
  check(facts) {
    const { config } = facts;
    const text = config.text(modeKey(config));
    if (isOfJobAlone(facts) || text === null || highAvailability(config) !== 'class') return [];
    if (text.includes('.')) return [];
    const key = config.keyOf(modeKey(config));
    const meant = MEANT.find((mode) => plain(mode) === plain(text));
    return [
      {
        message: `${key} is ${text}, which is neither NONE, ZOOKEEPER nor KUBERNETES nor the full name of a class: Flink ${config.flinkVersion} does not start.${meant === undefined ? '' : ` Probably ${meant} was meant.`}`,
        path: key,
        evidence: [setting(config, modeKey(config))],
      },
    ];
  },
};

const MEANT = ['zookeeper', 'kubernetes'] as const;

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z]/g, '')
    .slice(0, 3);
