import { HEARTBEAT_TIMEOUT, heartbeats } from '../heartbeats.js';
import type { Rule } from '../rule.js';
import { setting } from '../setting-evidence.js';
import { timeInWords } from '../time-in-words.js';

const LONGEST_MS = 300_000;

export const rule: Rule = {
  id: 'heartbeat-timeout-too-long',
  family: 'availability',
  severity: 'warning',
  title: 'A lost TaskManager is missed late',
  why: 'When a machine is lost nobody tells Flink: it waits for heartbeat.timeout, and the job stands still all the while. That time is a part of every recovery from a lost machine, before the restart and the restore even begin.',
  remedy:
    'Find the pauses for which the timeout was raised, and bring it back to 50 s or a few minutes at most.',
  reference: 'F3.2',
  source: 'Keep it going',
  needs: [],
  sets: ['production'],
  check({ config }) {
    const beats = heartbeats(config);
    if (beats === null || beats.timeout <= LONGEST_MS) return [];
    const { timeout } = beats;
    return [
      {
        message: `A lost machine is noticed after ${timeInWords(timeout)}, ${timeInWords(timeout - LONGEST_MS)} later than ${timeInWords(LONGEST_MS)}: so long the job stands still before its recovery begins.`,
        path: config.keyOf(HEARTBEAT_TIMEOUT),
        evidence: [setting(config, HEARTBEAT_TIMEOUT)],
      },
    ];
  },
};
