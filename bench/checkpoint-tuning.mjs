import { givenFacts, tuneCheckpoints } from '@plimsoll/checkpoint';
import { median, report } from './measure.mjs';

const TUNINGS = 10_000;
const ROUNDS = 3;
const MOST_MS = 5;
const MOST_ALL_MS = 5000;

/** The talk's job with something else in every tuning: its load, its network and what is asked of it. */
const varied = (at, zipfExponent) => {
  const part = (at % TUNINGS) / TUNINGS;
  return {
    flinkVersion: '1.20',
    facts: givenFacts({
      stateBackend: 'rocksdb',
      states: [
        {
          id: 'perUser',
          entries: 2.5e9,
          snapshotEntryBytes: 40,
          updatesPerSecond: 1e5 + 9e5 * part,
          keys: 5e8,
          entriesPerUpdate: 5,
          zipfExponent,
        },
      ],
      machines: 5,
      networkOut: { capacity: 1.25e9, load: 427e6 },
      networkIn: { capacity: 1.25e9, load: 760e6 },
      readBackRatio: 1,
      uploadLimit: 2e8 + 1e8 * part,
      recordsPerSecond: 1e6,
      capacityRecordsPerSecond: 1.4e6 + 1e6 * part,
      exactlyOnceSink: true,
    }),
    checkpointing: { interval: 60_000, incremental: true },
    objectives: {
      maxRecoveryMs: 6e5 + 6e5 * part,
      maxReprocessMs: 3e5,
      maxSinkLatencyMs: 2e5 + 1e5 * part,
      maxLagMs: 4e5,
      targetUtilization: 0.9,
    },
  };
};

/** Milliseconds of processor time that so many tunings take. */
function time(count, zipfExponent) {
  const before = process.cpuUsage();
  for (let at = 0; at < count; at++) {
    const answer = tuneCheckpoints(varied(at, zipfExponent));
    if (answer.kind !== 'ok') throw new Error(JSON.stringify(answer));
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Tunings in the library, on one core: validated, traced, each with other inputs; updates spread evenly, and by Zipf's law. */
export async function checkpointTuning() {
  for (const { what, zipfExponent } of [
    { what: 'uniform updates', zipfExponent: 0 },
    { what: 'updates by Zipf’s law', zipfExponent: 1.1 },
  ]) {
    time(1000, zipfExponent);
    const all = median(Array.from({ length: ROUNDS }, () => time(TUNINGS, zipfExponent)));
    const each = all / TUNINGS;
    report({
      what: `one tuning, ${what}`,
      unit: 'ms',
      measured: each,
      target: `≤ ${MOST_MS} ms`,
      reached: each <= MOST_MS,
    });
    report({
      what: `${TUNINGS.toLocaleString('en')} tunings, ${what}`,
      unit: 'ms',
      measured: all,
      target: `≤ ${MOST_ALL_MS.toLocaleString('en')} ms`,
      reached: all <= MOST_ALL_MS,
    });
  }
}
