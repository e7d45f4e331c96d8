import { type ExampleInputs, examplesIn, runExamples } from '@plimsoll/testing';
import type { Outcome } from '@plimsoll/units';
import { metaspaceGrowth, windowsKept } from './index.js';

const MB = 1e6;
const HOUR = 3_600_000;

function answerOf<T>(outcome: Outcome<T>): T {
  if (outcome.kind === 'rejected') throw new Error(JSON.stringify(outcome.rejections));
  return outcome.value;
}

/** F10.2: a session cluster that leaks with each submission. */
function metaspace(inputs: ExampleInputs) {
  const growth = answerOf(
    metaspaceGrowth({
      limitBytes: inputs.number('limitMB') * MB,
      baseBytes: inputs.number('baseMB') * MB,
      leakBytesPerSubmission: inputs.number('leakMBPerSubmission') * MB,
      submissionsPerSecond: inputs.number('submissionsPerHour') / 3600,
      safetyRatio: inputs.number('safety'),
    }),
  );
  return {
    submissionsUntilOom: growth.submissionsToOom,
    hoursUntilOom: (growth.oomAfterMs ?? 0) / HOUR,
    restartEveryHours: (growth.restartEveryMs ?? 0) / HOUR,
  };
}

/** F10.3: windows behind a stalled watermark. */
function windows(inputs: ExampleInputs) {
  const { stalled } = answerOf(
    windowsKept({
      window: {
        keys: inputs.number('distinctKeys'),
        recordsPerSecond: inputs.number('recordsPerSecond'),
        sizeMs: inputs.number('windowSizeS') * 1000,
        panes: inputs.number('panes'),
        entryBytes: inputs.number('entryBytes'),
      },
      freeBytes: inputs.number('heapFreeBytes'),
    }),
  );
  return {
    entriesPerWindow: stalled?.entriesPerWindow,
    growthMBps: (stalled?.growthBytesPerSecond ?? 0) / MB,
    secondsToFill: (stalled?.fillMs ?? 0) / 1000,
  };
}

describe('worked examples of slow trouble', () => {
  runExamples(examplesIn(new URL('./worked-examples.json', import.meta.url)), {
    'F10.2': metaspace,
    'F10.3': windows,
  });
});
