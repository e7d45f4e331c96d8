import { isFrom } from '@plimsoll/units';
import type { CheckpointCause, JudgeAdvice } from './result.js';
import {
  alignedTimeoutKey,
  DEBLOAT,
  INTERVAL,
  incrementalKey,
  inlineKey,
  MAX_CONCURRENT,
  MIN_PAUSE,
  type Settings,
  TIMEOUT,
  TRANSFER_THREADS,
  unalignedKey,
} from './settings.js';

/** What helps against a cause, and what looks as if it did. */
export interface Advice {
  readonly helps: readonly JudgeAdvice[];
  readonly doesNotHelp: readonly JudgeAdvice[];
}

const setting = (key: string, value: string, action: string, reason: string): JudgeAdvice => ({
  kind: 'setting',
  action,
  reason,
  config: { [key]: value },
});
const capacity = (action: string, reason: string): JudgeAdvice => ({
  kind: 'capacity',
  action,
  reason,
  config: {},
});
const job = (action: string, reason: string): JudgeAdvice => ({ kind: 'job', action, reason, config: {} });

const LONGER_TIMEOUT = (reason: string): JudgeAdvice => job(`A longer ${TIMEOUT}`, reason);

/** @param roomyIntervalMs interval with which such checkpoints are under way no more than is comfortable; null where it is not known */
export function adviceFor(
  cause: CheckpointCause,
  settings: Settings,
  roomyIntervalMs: number | null,
): Advice {
  switch (cause) {
    case 'BACK_PRESSURE':
      return againstBackPressure(settings);
    case 'TRIGGER_DELAYED':
      return AGAINST_LATE_TRIGGER;
    case 'LONG_SYNC':
      return againstLongSync(settings);
    case 'UPLOAD':
      return againstUpload(settings, roomyIntervalMs);
    case 'STORE_LATENCY':
      return againstLatency(settings, roomyIntervalMs);
    case 'HOT_SUBTASK':
      return AGAINST_HOT_SUBTASK;
    case 'JVM_PAUSE':
      return AGAINST_PAUSE;
    case 'DECLINED':
      return AGAINST_EXCEPTION;
    case 'OUTSIDE':
      return AGAINST_EXCEPTION;
    default:
      return { helps: [], doesNotHelp: [] };
  }
}

function againstBackPressure(settings: Settings): Advice {
  const { version } = settings;
  const unaligned = setting(
    unalignedKey(version),
    'true',
    'Let barriers overtake the records',
    'An unaligned checkpoint stores what is in the buffers and does not wait for it to be processed. It writes more, and needs one checkpoint at a time.',
  );
  const later = setting(
    alignedTimeoutKey(version),
    '30 s',
    'Or begin aligned, and overtake where that takes too long',
    'Small checkpoints while all is well, and unaligned ones under back pressure.',
  );
  const debloat = setting(
    DEBLOAT,
    'true',
    'Keep less in the buffers',
    'Buffers that hold about a second of work are crossed in about a second, at the rate of the moment.',
  );
  return {
    helps: [
      capacity(
        'Find the first operator downstream of the back-pressured ones that is itself busy, and give it more parallelism or make it cheaper',
        'Barriers move as fast as records are processed. Nothing else removes the back pressure, and with it the lag.',
      ),
      ...(isFrom(version, 1, 11) && settings.unaligned !== true
        ? [
            settings.concurrent
              ? { ...unaligned, config: { ...unaligned.config, ...ONE_AT_A_TIME } }
              : unaligned,
          ]
        : []),
      ...(isFrom(version, 1, 13) && !settings.concurrent ? [later] : []),
      ...(isFrom(version, 1, 14) && settings.debloat !== true ? [debloat] : []),
    ],
    doesNotHelp: [
      LONGER_TIMEOUT(
        'It makes no barrier faster; where the lag grows, none is long enough for the recovery that follows.',
      ),
      capacity(
        'More bandwidth to the store, or incremental checkpoints',
        'Hardly any of the time goes into writing.',
      ),
      job('More network memory', 'More records stand before each barrier.'),
    ],
  };
}

const ONE_AT_A_TIME = { [MAX_CONCURRENT]: '1' };

const AGAINST_LATE_TRIGGER: Advice = {
  helps: [
    job(
      'Move from a SourceFunction to a source of the new interface (Source, FLIP-27)',
      'The old one holds the checkpoint lock while it emits, so under back pressure its trigger waits for a free buffer.',
    ),
    job(
      'Take slow work out of the source’s chain',
      'A source takes its trigger between two records: whatever is chained to it runs in its thread.',
    ),
    capacity(
      'CPU and memory for the JobManager, where every source is late',
      'It prepares and sends the triggers.',
    ),
  ],
  doesNotHelp: [
    job('Unaligned checkpoints', 'A barrier that is not yet sent cannot overtake anything.'),
    capacity(
      'More bandwidth to the store, or incremental checkpoints',
      'Hardly any of the time goes into writing.',
    ),
  ],
};

function againstLongSync({ backend, version }: Settings): Advice {
  const timers = setting(
    'state.backend.rocksdb.timer-service.factory',
    'ROCKSDB',
    'Keep timers in RocksDB, where they are on the heap',
    'Timers on the heap beside RocksDB are copied in the synchronous part.',
  );
  return {
    helps: [
      job(
        'Shorten snapshotState: no calls over the network, no waiting, small flushes before the checkpoint instead of a large one in it',
        'Records wait for all of the synchronous part, so it adds to the latency of every one.',
      ),
      ...(backend === 'rocksdb' && isFrom(version, 1, 10) ? [timers] : []),
      capacity(
        'A faster local disk, where RocksDB flushes in it',
        'Its write buffers are flushed in the synchronous part.',
      ),
    ],
    doesNotHelp: [
      job('Unaligned checkpoints', 'The barriers were there; the snapshot itself takes long.'),
      capacity('More bandwidth to the store', 'Nothing is uploaded in the synchronous part.'),
      LONGER_TIMEOUT('The subtask stands still as long.'),
    ],
  };
}

const spaced = (settings: Settings, roomyIntervalMs: number | null): readonly JudgeAdvice[] =>
  roomyIntervalMs === null || (settings.intervalMs ?? 0) >= roomyIntervalMs
    ? []
    : [
        setting(
          INTERVAL,
          `${Math.ceil(roomyIntervalMs)} ms`,
          'Checkpoint less often',
          'The same checkpoints then fill half of the time; a failure goes back further.',
        ),
      ];

function againstUpload(settings: Settings, roomyIntervalMs: number | null): Advice {
  const { version, backend, incremental } = settings;
  const onHeap = backend === null ? null : !/rocksdb|forst/i.test(backend);
  return {
    helps: [
      ...(onHeap === true || incremental === true
        ? []
        : [
            setting(
              incrementalKey(version),
              'true',
              'Write only what has changed',
              onHeap === null
                ? 'With RocksDB or ForSt; the heap backend ignores it. It pays while most keys stay untouched between two checkpoints.'
                : 'It pays while most keys stay untouched between two checkpoints.',
            ),
          ]),
      ...(onHeap === false
        ? [
            setting(
              TRANSFER_THREADS,
              '8',
              'Write more files at once',
              'Where one connection to the store is slower than the network; 4 by default.',
            ),
          ]
        : []),
      ...spaced(settings, roomyIntervalMs),
      capacity(
        'More bandwidth from the TaskManagers to the store, or more TaskManagers that share the state',
        'Each uploads its own part, so the time goes down with the bytes of one.',
      ),
    ],
    doesNotHelp: [
      job('Unaligned checkpoints', 'They write more, and the barriers were there.'),
      ...(onHeap === true
        ? [
            job(
              'Incremental checkpoints with the heap backend',
              'It always writes the whole state; only RocksDB and ForSt write changes.',
            ),
          ]
        : []),
      setting(
        MIN_PAUSE,
        '0 ms',
        'A shorter pause between checkpoints',
        'Uploads of one subtask run one after the other.',
      ),
    ],
  };
}

function againstLatency(settings: Settings, roomyIntervalMs: number | null): Advice {
  const { version } = settings;
  return {
    helps: [
      setting(
        inlineKey(version),
        '200 kb',
        'Send small state with the acknowledgement instead of as files',
        'A store that answers slowly is asked less often. The JobManager holds what is sent so.',
      ),
      ...(isFrom(version, 1, 20)
        ? [
            setting(
              'execution.checkpointing.file-merging.enabled',
              'true',
              'Write many subtasks into one file',
              'Fewer files are made and deleted at the store.',
            ),
          ]
        : []),
      ...spaced(settings, roomyIntervalMs),
      capacity('A store that answers faster, or takes more requests', 'The bytes do not explain the time.'),
    ],
    doesNotHelp: [capacity('More bandwidth', 'Subtasks with more bytes take no longer.')],
  };
}

const AGAINST_HOT_SUBTASK: Advice = {
  helps: [
    job(
      'Spread the hot keys: aggregate in two steps, or add a salt to the key',
      'The checkpoint is as slow as its slowest subtask, and all others wait for it.',
    ),
    job(
      'A maximum parallelism that the parallelism divides, where many subtasks are uneven',
      'Key groups are dealt out whole: some subtasks get one more than others.',
    ),
    capacity(
      'Look at the machine of that subtask, where its state is no larger',
      'A slow disk or a busy neighbour shows the same.',
    ),
  ],
  doesNotHelp: [
    capacity('More parallelism, where one key is hot', 'A key stays with one subtask.'),
    capacity('More bandwidth for all', 'All but one are done long before.'),
  ],
};

const AGAINST_PAUSE: Advice = {
  helps: [
    capacity(
      'A larger heap or a smaller one in use, by the garbage collector’s log',
      'Full collections come when what is alive fills the heap.',
    ),
    job('State in RocksDB or ForSt instead of on the heap', 'What is not on the heap is not collected.'),
    capacity('CPU limits that the process does not run into', 'A throttled container stands still as well.'),
  ],
  doesNotHelp: [
    LONGER_TIMEOUT('Records wait through the pause all the same.'),
    job('Unaligned checkpoints', 'A process that stands still takes no barrier.'),
    capacity('More bandwidth to the store', 'Subtasks without bytes stalled too.'),
  ],
};

const AGAINST_EXCEPTION: Advice = {
  helps: [
    job(
      'Look up the exception in /jobs/:id/exceptions and in the TaskManager’s log',
      'The statistics only say that there was one.',
    ),
  ],
  doesNotHelp: [
    LONGER_TIMEOUT('It did not run out of time.'),
    job(
      'More tolerable failed checkpoints',
      'The job lives longer without a checkpoint, and goes back further when it fails.',
    ),
  ],
};
