/** The limit of a pod was lowered, and the process size left as it was. */
export const POD_LIMIT = {
  flinkVersion: '1.20',
  config: { 'taskmanager.memory.process.size': '8g', 'taskmanager.numberOfTaskSlots': '4' },
  deployment: { kind: 'Kubernetes', taskManager: { podLimit: '4Gi' } },
};

/** A TaskManager of 8 GB, in the file of an older version. */
export const EIGHT_GIGABYTES = {
  flinkVersion: '1.18',
  format: 'flink-conf.yaml',
  text: [
    'taskmanager.process.size: 8g',
    'taskmanager.numberOfTaskSlots:4',
    'state.backend: rocksdb',
    'execution.checkpointing.interval: 1 min',
    '',
  ].join('\n'),
};
