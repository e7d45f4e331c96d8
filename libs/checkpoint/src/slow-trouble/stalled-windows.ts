import { derive, type Figure, flinkDefault, given, parameter } from '@plimsoll/trace';
import { unlessEndless } from './endless.js';
import { ONE_PANE } from './parameters.js';
import type { WindowsKeptRequest } from './request.js';
import type { WindowsKept } from './result.js';
import { AGGREGATE_GROWTH, ENTRIES, LIST_GROWTH, STEADY_EXTRA, TIME_TO_FILL } from './window-formulas.js';

/** What the windows of a job add while the watermark stands still. */
export interface StalledWindows {
  readonly growth: Figure<'bytesPerSecond'>;
  readonly result: NonNullable<WindowsKept['stalled']>;
  readonly figures: readonly Figure[];
}

export function stalledWindows(
  window: NonNullable<WindowsKeptRequest['window']>,
  freeBytes: Figure<'bytes'> | null,
): StalledWindows {
  const entries = window.entryBytes === undefined ? null : entriesOf(window);
  const growth = growthOf(window, entries);
  const fill =
    freeBytes === null || growth.value === 0
      ? null
      : unlessEndless(derive('windowsKept.fill', TIME_TO_FILL, { freeBytes, growth }));
  const extra = derive('windowsKept.steadyExtra', STEADY_EXTRA, {
    watermarkDelay: time(window.watermarkDelayMs, '/window/watermarkDelayMs', 'WatermarkStrategy'),
    allowedLateness: time(window.allowedLatenessMs, '/window/allowedLatenessMs', 'allowedLateness'),
    growth,
  });
  return {
    growth,
    result: {
      entriesPerWindow: entries?.value ?? null,
      growthBytesPerSecond: growth.value,
      fillMs: fill?.value ?? null,
      steadyExtraBytes: extra.value,
    },
    figures: fill === null ? [extra] : [fill, extra],
  };
}

type Window = NonNullable<WindowsKeptRequest['window']>;

const entriesOf = (window: Window): Figure<'count'> =>
  derive('windowsKept.entries', ENTRIES, {
    keys: given('count', window.keys, '/window/keys'),
    recordsPerSecond: given('perSecond', window.recordsPerSecond, '/window/recordsPerSecond'),
    size: given('ms', window.sizeMs, '/window/sizeMs'),
  });

function growthOf(window: Window, entries: Figure<'count'> | null): Figure<'bytesPerSecond'> {
  const key = 'windowsKept.stalledGrowth';
  const panes =
    window.panes === undefined ? parameter(ONE_PANE) : given('count', window.panes, '/window/panes');
  return entries === null
    ? derive(key, LIST_GROWTH, {
        recordsPerSecond: given('perSecond', window.recordsPerSecond, '/window/recordsPerSecond'),
        recordBytes: given('bytes', window.recordBytes ?? 0, '/window/recordBytes'),
        panes,
      })
    : derive(key, AGGREGATE_GROWTH, {
        entries,
        entryBytes: given('bytes', window.entryBytes ?? 0, '/window/entryBytes'),
        panes,
        size: given('ms', window.sizeMs, '/window/sizeMs'),
      });
}

const time = (value: number | undefined, pointer: string, setting: string): Figure<'ms'> =>
  value === undefined ? flinkDefault('ms', 0, setting) : given('ms', value, pointer);
