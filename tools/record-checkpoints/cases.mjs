/** What is made to go wrong, and the cause that is expected to be seen. */
const SEGMENTS = { 'taskmanager.memory.segment-size': '4kb' };
const STUCK = { rate: 2000, sinkMicros: 1000, seconds: 40 };

export const CASES = [
  {
    id: 'healthy',
    cause: 'NONE',
    about: 'A light job over fast files',
    knobs: { seconds: 10 },
    config: {},
  },
  {
    id: 'back-pressure-aligned',
    cause: 'BACK_PRESSURE',
    about: 'Sinks that write a tenth of what comes in; barriers are aligned',
    knobs: STUCK,
    config: { ...SEGMENTS },
  },
  {
    id: 'back-pressure-unaligned',
    cause: 'NONE',
    about: 'The same sinks; barriers overtake',
    knobs: { ...STUCK, seconds: 20 },
    config: { ...SEGMENTS, 'execution.checkpointing.unaligned.enabled': 'true' },
  },
  {
    id: 'late-source',
    cause: 'TRIGGER_DELAYED',
    about: 'The same, unaligned, behind a source that holds the checkpoint lock while it waits for a buffer',
    knobs: { ...STUCK, legacy: 1, seconds: 20 },
    config: { ...SEGMENTS, 'execution.checkpointing.unaligned.enabled': 'true' },
  },
  {
    id: 'expired-barriers',
    cause: 'BACK_PRESSURE',
    about: 'The same sinks; the timeout comes before the barriers',
    knobs: { ...STUCK, seconds: 20 },
    config: { ...SEGMENTS, 'execution.checkpointing.timeout': '2 s' },
  },
  {
    id: 'long-sync',
    cause: 'LONG_SYNC',
    about: 'snapshotState that takes 700 ms',
    knobs: { syncMs: 700, seconds: 12 },
    config: {},
  },
  {
    id: 'slow-upload',
    cause: 'UPLOAD',
    about: 'Each writer gets 200 kB/s',
    knobs: { valueBytes: 800, keys: 1000, rate: 500, uploadBytesPerSecond: 200_000, seconds: 20 },
    config: {},
  },
  {
    id: 'expired-upload',
    cause: 'UPLOAD',
    about: 'Each writer gets 200 kB/s, and the timeout comes at the end of the upload',
    knobs: { valueBytes: 1600, keys: 1000, rate: 500, uploadBytesPerSecond: 200_000, seconds: 20 },
    config: { 'execution.checkpointing.timeout': '2 s' },
  },
  {
    id: 'hot-subtask',
    cause: 'HOT_SUBTASK',
    about: 'One key has 600 kB; each writer gets 400 kB/s',
    knobs: {
      hotBytes: 600_000,
      valueBytes: 100,
      keys: 1000,
      rate: 500,
      uploadBytesPerSecond: 400_000,
      seconds: 16,
    },
    config: {},
  },
  {
    id: 'declined',
    cause: 'DECLINED',
    about: 'The store takes no file above 29 kB',
    knobs: { mostBytes: 29_000, seconds: 10 },
    config: {},
  },
  {
    id: 'task-failed',
    cause: 'OUTSIDE',
    about: 'snapshotState of one subtask throws',
    knobs: { fails: 1, seconds: 6 },
    config: {},
  },
  {
    id: 'jvm-pause',
    cause: 'JVM_PAUSE',
    about: 'A full collection at every third checkpoint, all of the job in one TaskManager',
    knobs: { taskManagers: 1, pauseEvery: 3, liveObjects: 12_000_000, seconds: 24 },
    config: {},
  },
];
