import type { WindowsKept } from './result.js';

/** What the figures mean for the job, and what lets windows go. */
export function windowRemarks({ stalled, observed, neighbours }: Omit<WindowsKept, 'remarks'>): string[] {
  const remarks: string[] = [];
  const isSigned = observed?.verdict === 'GROWING' || neighbours?.verdict === 'LARGER';
  if (observed?.verdict === 'GROWING') {
    remarks.push(
      observed.shareOfStalledRatio === null
        ? 'Checkpoints grow. So do those of a job that is filling up, whose windows have not yet been as long as their size or whose keys are still new: give the window to compare.'
        : 'Checkpoints grow. A share of about 1 of what a stalled watermark would add is its sign; a much smaller one is that of some partitions only, or of new keys.',
    );
  }
  if (observed !== null && observed.fillMs !== null) {
    remarks.push(
      'Its time to fill takes free bytes as bytes of checkpoints. On the heap the same state takes 3 to 10 times as many: divide free heap by that first. And checkpoints are those of the whole job: give what is free on all of its TaskManagers.',
    );
  }
  if (observed?.verdict === 'NOT_GROWING') {
    remarks.push(
      'No growth of checkpoints can be told from chance: as far as this series shows, windows are let go.',
    );
  }
  if (neighbours?.verdict === 'LARGER') {
    remarks.push(
      'This job’s checkpoints are far larger than those of its neighbours: compare the watermark of its window operator with the time of its newest events.',
    );
  }
  if (stalled !== null || isSigned) {
    remarks.push(
      'A window is let go only when the watermark passes its end and the allowed lateness. An idle partition holds the watermark of the whole job: declare it idle with WatermarkStrategy.withIdleness, or table.exec.source.idle-timeout in SQL.',
    );
  }
  return remarks;
}
