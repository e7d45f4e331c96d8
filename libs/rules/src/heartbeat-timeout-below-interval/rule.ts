import { HEARTBEAT_INTERVAL, HEARTBEAT_TIMEOUT, heartbeats } from '../heartbeats.js';
import type { Rule } from '../rule.js';
import { setting } from '../setting-evidence.js';
import { timeInWords } from '../time-in-words.js';

export const rule: Rule = {
  id: 'heartbeat-timeout-below-interval',
  family: 'availability',
  severity: 'error',
  title: 'Flink refuses these heartbeats',
  why: 'A process that is given up before its next heartbeat is due would never live. Flink checks that while it starts and throws IllegalArgumentException: neither JobManager nor TaskManager comes up.',
  remedy: 'Set heartbeat.timeout to at least three times heartbeat.interval; the defaults are 50 s and 10 s.',
  reference: 'Configuration',
  source: 'Flink documentation',
  needs: [],
  check({ config }) {
    const beats = heartbeats(config);
    if (beats === null || (beats.interval > 0 && beats.timeout >= beats.interval)) return [];
    const { interval, timeout } = beats;
    const what =
      interval > 0
        ? `${HEARTBEAT_TIMEOUT} is ${timeInWords(timeout)}, ${timeInWords(interval - timeout)} less than ${HEARTBEAT_INTERVAL}, ${timeInWords(interval)}`
        : `${HEARTBEAT_INTERVAL} is ${timeInWords(interval)}, and must be more than 0`;
    const set = [HEARTBEAT_INTERVAL, HEARTBEAT_TIMEOUT].filter((key) => config.sets(key));
    return [
      {
        message: `${what}: Flink throws IllegalArgumentException and does not start.`,
        path: interval > 0 ? HEARTBEAT_TIMEOUT : HEARTBEAT_INTERVAL,
        evidence: [setting(config, HEARTBEAT_INTERVAL), setting(config, HEARTBEAT_TIMEOUT)],
        fix: { set: {}, unset: set },
      },
    ];
  },
};
