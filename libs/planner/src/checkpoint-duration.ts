import { derive, type Figure, flinkDefault, formula, sum } from '@plimsoll/trace';
import { readBackOf } from './checkpoint.js';
import { type Line, type MachineLedgers, rateOf } from './ledger.js';
import type { CheckpointLoad } from './result.js';
import type { Scope } from './scope.js';

/**
 * How long an upload takes on the machine that is reported. In the talk it is spread over the interval by definition; in the
 * full model it runs at the bandwidth that the rest of the load leaves, in the direction that leaves the least for it.
 */
export interface CheckpointFigures {
  readonly load: CheckpointLoad;
  readonly figures: readonly Figure[];
  /** What bounds the upload, for people. */
  readonly boundBy: string | null;
  readonly rate: Figure<'bytesPerSecond'> | null;
}

const BYTES_HERE = formula({
  reference: 'F1.10',
  label: 'Bytes of one checkpoint, on this machine',
  unit: 'bytes',
  inputs: { upload: 'bytesPerSecond', interval: 'ms' },
  text: 'upload × interval ÷ 1 s',
  compute: ({ upload, interval }) => (upload * interval) / 1000,
});

const FREE_OUT = formula({
  reference: 'F1.10',
  label: 'Network out that is left for the upload',
  unit: 'bytesPerSecond',
  inputs: { capacity: 'bytesPerSecond', load: 'bytesPerSecond', upload: 'bytesPerSecond' },
  text: 'capacity − (load − upload)',
  compute: ({ capacity, load, upload }) => capacity - (load - upload),
});

const FREE_IN = formula({
  reference: 'F1.10',
  label: 'Upload that the network in can read back meanwhile',
  unit: 'bytesPerSecond',
  inputs: {
    capacity: 'bytesPerSecond',
    load: 'bytesPerSecond',
    readBack: 'bytesPerSecond',
    readBackRatio: 'ratio',
  },
  text: '(capacity − (load − readBack)) ÷ readBackRatio',
  compute: ({ capacity, load, readBack, readBackRatio }) => (capacity - (load - readBack)) / readBackRatio,
});

const DURATION = formula({
  reference: 'F1.10',
  label: 'Duration of a checkpoint’s upload',
  unit: 'ms',
  inputs: { checkpointBytes: 'bytes', uploadRate: 'bytesPerSecond' },
  text: 'checkpointBytes ÷ uploadRate × 1 s',
  compute: ({ checkpointBytes, uploadRate }) => (checkpointBytes / uploadRate) * 1000,
});

const DUTY = formula({
  reference: 'F5.2',
  label: 'Share of the time spent checkpointing',
  unit: 'ratio',
  inputs: { duration: 'ms', interval: 'ms', minPause: 'ms' },
  text: 'duration ÷ max(interval, duration + minPause)',
  compute: ({ duration, interval, minPause }) => duration / Math.max(interval, duration + minPause),
});

export function checkpointFigures(
  scope: Scope,
  machine: MachineLedgers,
  totalBytes: number,
): CheckpointFigures | null {
  const interval = scope.checkpointInterval;
  if (interval === undefined) return null;
  const upload = ofKind(machine.lines, 'networkOut', 'checkpoint-upload');
  const bytesHere = derive('checkpoint.bytesHere', BYTES_HERE, { upload, interval });
  const load = { bytes: totalBytes, perMachineBytes: bytesHere.value, intervalMs: interval.value };
  if (totalBytes === 0)
    return { load: { ...load, durationMs: 0, dutyRatio: 0 }, figures: [], boundBy: null, rate: null };
  if (scope.model === 'talk') {
    const spread = { ...load, durationMs: interval.value, dutyRatio: 1 };
    return { load: spread, figures: [bytesHere], boundBy: null, rate: null };
  }
  const bounds = uploadBounds(scope, machine, upload);
  const narrowest = bounds.reduce((least, bound) => (bound.rate.value < least.rate.value ? bound : least));
  const bound = { boundBy: narrowest.name, rate: narrowest.rate };
  if (narrowest.rate.value <= 0) {
    const stuck = { ...load, durationMs: null, dutyRatio: null };
    return { load: stuck, figures: [bytesHere, narrowest.rate], ...bound };
  }
  const duration = derive(
    'checkpoint.duration',
    DURATION,
    { checkpointBytes: bytesHere, uploadRate: narrowest.rate },
    `bound by ${narrowest.name}`,
  );
  const given = scope.request.checkpointing?.minPause;
  const minPause =
    given === undefined
      ? flinkDefault('ms', 0, 'execution.checkpointing.min-pause')
      : scope.given('ms', given, '/checkpointing/minPause');
  const duty = derive('checkpoint.dutyRatio', DUTY, { duration, interval, minPause });
  return { load: { ...load, durationMs: duration.value, dutyRatio: duty.value }, figures: [duty], ...bound };
}

function uploadBounds(scope: Scope, machine: MachineLedgers, upload: Figure<'bytesPerSecond'>) {
  const { networkIn, networkOut } = scope.request.cluster.machine;
  const loadOut = machine.networkOut;
  const capacityOut = scope.given('bytesPerSecond', networkOut, '/cluster/machine/networkOut');
  const bounds: { name: string; rate: Figure<'bytesPerSecond'> }[] = [
    {
      name: 'network out',
      rate: derive('checkpoint.freeOut', FREE_OUT, { capacity: capacityOut, load: loadOut, upload }),
    },
  ];
  const readBackRatio = readBackOf(scope);
  if (readBackRatio.value > 0 && scope.diskAttachment === 'network') {
    const capacity = scope.given('bytesPerSecond', networkIn, '/cluster/machine/networkIn');
    const readBack = ofKind(machine.lines, 'networkIn', 'checkpoint-read-back');
    const rate = derive('checkpoint.freeIn', FREE_IN, {
      capacity,
      load: machine.networkIn,
      readBack,
      readBackRatio,
    });
    bounds.push({ name: 'network in', rate });
  }
  const limit = scope.request.checkpointing?.uploadBytesPerSecond;
  if (limit !== undefined) {
    const rate = scope.given('bytesPerSecond', limit, '/checkpointing/uploadBytesPerSecond');
    bounds.push({ name: 'the given upload rate', rate });
  }
  return bounds;
}

/** The sum of a kind of flow on this machine; the figure itself where there is one. */
function ofKind(
  lines: readonly Line[],
  resource: 'networkIn' | 'networkOut',
  kind: Line['flow']['kind'],
): Figure<'bytesPerSecond'> {
  const terms = lines
    .filter((line) => line.resource === resource && line.flow.kind === kind)
    .map((line, at) => ({ name: `${kind.replaceAll('-', ' ')} ${at + 1}`, figure: rateOf(line.amount) }));
  const [only] = terms;
  if (only !== undefined && terms.length === 1) return only.figure;
  return sum(
    `${resource}.${kind}`,
    'bytesPerSecond',
    { label: `All ${kind.replaceAll('-', ' ')}`, reference: 'F1.10' },
    terms,
  );
}

export const CHECKPOINT_DURATION_FORMULAS = [BYTES_HERE, FREE_OUT, FREE_IN, DURATION, DUTY];
