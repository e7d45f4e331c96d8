import { HEARTBEAT_INTERVAL, HEARTBEAT_TIMEOUT, heartbeats, milliseconds } from '../heartbeats.js';
import type { Rule } from '../rule.js';
import { setting } from '../setting-evidence.js';
import { timeInWords } from '../time-in-words.js';

/** So many heartbeats fit into the timeout, at least. */
const BEATS = 3;
/** A long pause of the garbage collector, or a network that is switched over. */
const SHORTEST_MS = 10_000;
const DEFAULT_MS = 50_000;
const DEFAULT_BEATS = 5;

export const rule: Rule = {
  id: 'heartbeat-timeout-too-short',
  family: 'availability',
  severity: 'warning',
  title: 'A short pause is taken for a lost process',
  why: 'A TaskManager that does not answer within heartbeat.timeout is given up: its tasks fail and the whole region of the job restarts from the last checkpoint. A full garbage collection, a busy disk or one lost heartbeat is enough where the timeout leaves no room, and the restart makes the load worse.',
  remedy: `Let at least ${BEATS} heartbeats and ${timeInWords(SHORTEST_MS)} fit into heartbeat.timeout; Flink’s default is ${timeInWords(DEFAULT_MS)}.`,
  reference: 'F3.2',
  source: 'Keep it going',
  needs: [],
  sets: ['production'],
  check({ config }) {
    const beats = heartbeats(config);
    if (beats === null || beats.interval <= 0 || beats.timeout < beats.interval) return [];
    const { interval, timeout } = beats;
    const least = Math.max(BEATS * interval, SHORTEST_MS);
    if (timeout >= least) return [];
    return [
      {
        message: `A process is given up after ${timeInWords(timeout)}; with a heartbeat every ${timeInWords(interval)} it should be ${timeInWords(least)} or more.`,
        path: HEARTBEAT_TIMEOUT,
        evidence: [setting(config, HEARTBEAT_TIMEOUT), setting(config, HEARTBEAT_INTERVAL)],
        fix: {
          set: { [HEARTBEAT_TIMEOUT]: milliseconds(Math.max(DEFAULT_MS, DEFAULT_BEATS * interval)) },
          unset: [],
        },
      },
    ];
  },
};
