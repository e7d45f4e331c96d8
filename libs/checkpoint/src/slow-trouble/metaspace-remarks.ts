import { SHARP_FALL } from './parameters.js';
import type { MetaspaceGrowthRequest, MetaspacePoint } from './request.js';
import type { MetaspaceGrowth } from './result.js';
import { levelsOff } from './trend.js';

/** What the figures do not say: how far to trust them, and what ends the growth. */
export function metaspaceRemarks(
  { observed, baseBytes }: MetaspaceGrowthRequest,
  growth: Omit<MetaspaceGrowth, 'remarks'>,
): string[] {
  const remarks: string[] = [];
  const observedGrowth = growth.leakBytesPerSubmission ?? growth.growthBytesPerSecond;
  if (
    observed !== undefined &&
    growth.verdict === 'NO_LEAK' &&
    observedGrowth !== null &&
    observedGrowth.high > 0
  ) {
    const by = growth.leakBytesPerSubmission === null ? 'in a second' : 'with each submission';
    remarks.push(
      `No growth can be told from chance. What cannot be excluded by this series is ${observedGrowth.high.toPrecision(3)} B ${by}: observe for longer to be surer.`,
    );
  }
  if (observed !== undefined) {
    remarks.push(
      'The interval takes the deviations of the points to be independent. Points read much more often than jobs are submitted deviate together, and then it is too narrow: read metaspace just after garbage collections, some points to a submission at most.',
    );
    const fall = sharpFall(observed.map(({ metaspaceUsedBytes }) => metaspaceUsedBytes));
    if (fall !== null) {
      remarks.push(
        `Metaspace falls sharply at point ${fall}: if the process was restarted there, give the points since then only; if it was not, classes are unloaded, and that is no leak.`,
      );
    }
  }
  if (observed !== undefined && growth.verdict === 'LEAK' && levelsOff(asLine(observed))) {
    remarks.push(
      'Growth slows within the series: its second half is less than half as steep as all of it. A process that warms up looks like that and leaks nothing: give the points since it is warm only.',
    );
  }
  if (growth.basis === 'OBSERVED_BY_TIME' && baseBytes === undefined && growth.verdict === 'LEAK') {
    remarks.push(
      'Times from a start are counted from the beginning of the series: where the process had run before, give baseBytes of a fresh start.',
    );
  }
  const { restartEveryMs, soonestOomAfterMs } = growth;
  if (growth.submissionsToOom === 0) {
    remarks.push(
      'Not even one submission fits, so that no restart helps: give the process more metaspace first.',
    );
  }
  if (restartEveryMs !== null && soonestOomAfterMs !== null && soonestOomAfterMs < restartEveryMs) {
    remarks.push(
      'At the upper end of the estimate metaspace is full before the restart: take soonestOomAfterMs for the period until the estimate is surer.',
    );
  }
  if (growth.verdict === 'LEAK') {
    remarks.push(
      'Ends it: application mode, one cluster for each job, or the jars in Flink’s lib directory, so that no submission loads classes of its own. Threads and static references that outlive a job keep its class loader: drivers of databases, metrics and thread pools of libraries.',
    );
  }
  return remarks;
}

/** By submissions where every point counts them, else by time. */
const asLine = (points: readonly MetaspacePoint[]) => {
  const byTime = points.some(({ submissions }) => submissions === undefined);
  return points.map(({ atMs = 0, submissions = 0, metaspaceUsedBytes }) => ({
    x: byTime ? atMs : submissions,
    y: metaspaceUsedBytes,
  }));
};

/** The first point at which much less is used than before; null where there is none. */
function sharpFall(values: readonly number[]): number | null {
  const at = values.findIndex(
    (value, index) => value < (values[index - 1] ?? value) * (1 - SHARP_FALL.value),
  );
  return at < 0 ? null : at;
}
