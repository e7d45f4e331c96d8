import { readFileSync } from 'node:fs';
import { recovery } from './recovery.js';
import type { Recovery } from './result.js';

/**
 * Six jobs on Flink 1.20.5, each made to fail once in a MiniCluster: a source that falls due at one rate and reads at most at
 * another, a task that throws, a fixed restart delay. The rewind is from the trigger of the checkpoint that was restored to the
 * failure, the downtime from there to the source running again. The greater rate is made by the source, not by the machine.
 */
interface RecordedRecovery {
  readonly recordsPerSecond: number;
  readonly capacityRecordsPerSecond: number;
  readonly intervalMs: number;
  readonly restartDelayMs: number;
  readonly rewindMs: number;
  readonly downtimeMs: number;
  readonly lagRecords: number;
  readonly catchUpMs: number;
}

const { runs }: { readonly runs: readonly RecordedRecovery[] } = JSON.parse(
  readFileSync(new URL('./recorded-recoveries.json', import.meta.url), 'utf8'),
);

function predicted(run: RecordedRecovery): Recovery {
  const outcome = recovery({
    recordsPerSecond: run.recordsPerSecond,
    capacityRecordsPerSecond: run.capacityRecordsPerSecond,
    downtime: { detectMs: 0, restartMs: run.downtimeMs, restoreMs: 0 },
    rewindMs: run.rewindMs,
  });
  if (outcome.kind === 'rejected') throw new Error(JSON.stringify(outcome.rejections));
  return outcome.value;
}

describe('a recovery of real Flink', () => {
  it.each(runs)(
    'at $recordsPerSecond of $capacityRecordsPerSecond records/s lags as predicted within 0.2 %, and catches up in 0.97 to 1.05 of the time',
    (run) => {
      const { lagRecords, catchUpMs } = predicted(run);
      expect(Math.abs(run.lagRecords / (lagRecords ?? Number.NaN) - 1)).toBeLessThanOrEqual(0.002);
      const ratio = run.catchUpMs / (catchUpMs ?? Number.NaN);
      expect(ratio).toBeGreaterThanOrEqual(0.97);
      expect(ratio).toBeLessThanOrEqual(1.05);
    },
  );

  it.each(runs)('rewinds $rewindMs ms, within an interval of $intervalMs ms', ({ rewindMs, intervalMs }) => {
    expect(rewindMs).toBeGreaterThan(0);
    expect(rewindMs).toBeLessThanOrEqual(intervalMs);
  });

  it.each(runs)(
    'is down for its restart delay of $restartDelayMs ms, and less than 0.3 s more without state',
    ({ downtimeMs, restartDelayMs }) => {
      expect(downtimeMs - restartDelayMs).toBeGreaterThanOrEqual(0);
      expect(downtimeMs - restartDelayMs).toBeLessThan(300);
    },
  );
});
