/** A configuration of Flink 1.18 that moves to 2.3. */
export const FROM_1_TO_2 = {
  flinkVersion: '1.18',
  targetVersion: '2.3',
  config: {
    'state.backend': 'rocksdb',
    'state.backend.incremental': 'true',
    'state.backend.local-recovery': 'true',
    'state.checkpoints.dir': 's3://flink/checkpoints',
    'execution.checkpointing.interval': '1 min',
    'taskmanager.memory.process.size': '8gb',
    'akka.ask.timeout': '30 s',
    'cluster.evenly-spread-out-slots': 'true',
  },
};
