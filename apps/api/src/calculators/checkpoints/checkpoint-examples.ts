import { KEEP_IT_GOING } from '../capacity/keep-it-going.js';

/** The brokers of the talk “3 Flink Mistakes”: 7 days for a transaction, 1 hour for an id. */
export const THREE_MISTAKES = {
  preset: 'THREE_FLINK_MISTAKES',
  intervalMs: 60_000,
  durationMs: 10_000,
  downtimeMs: 600_000,
  tolerableFailures: 0,
  restoreAgeMs: 7_200_000,
  sinkParallelism: 4,
  naming: 'INCREMENTING',
};

/** Checkpoints that last longer than their interval, without a pause between them. */
export const CONSTANTLY_CHECKPOINTING = {
  flinkVersion: '1.20',
  intervalMs: 60_000,
  minPauseMs: 0,
  timeoutMs: 600_000,
  maxConcurrent: 1,
  tolerableFailures: 0,
  durationsMs: [75_000],
  horizonMs: 3_600_000,
};

/** The job of the talk “Keep it going”, back within five minutes after a failure. */
export const WITHIN_FIVE_MINUTES = {
  flinkVersion: '1.20',
  workload: KEEP_IT_GOING.workload,
  cluster: KEEP_IT_GOING.cluster,
  checkpointing: { interval: '1 min', incremental: false },
  objectives: { maxRecoveryMs: 600_000, maxDutyRatio: 0.5 },
};

/** Recorded from a job whose sinks write a tenth of what comes in: the rows of one vertex. */
export const BLOCKED_BARRIERS = {
  flinkVersion: '1.20',
  config: { 'execution.checkpointing.interval': '1 s' },
  statistics: {
    checkpoints: {
      history: [
        {
          id: 5,
          status: 'COMPLETED',
          is_savepoint: false,
          trigger_timestamp: 1795271761539,
          latest_ack_timestamp: 1795271771518,
          checkpointed_size: 234059,
          state_size: 234059,
          end_to_end_duration: 9979,
          processed_data: 146740,
          persisted_data: 0,
          num_subtasks: 12,
          num_acknowledged_subtasks: 12,
        },
      ],
    },
    subtasks: {
      '5': {
        ea632d67b7d595e5b851708ae9ad79d6: {
          num_subtasks: 4,
          num_acknowledged_subtasks: 4,
          subtasks: [
            {
              index: 0,
              ack_timestamp: 1795271771316,
              end_to_end_duration: 9777,
              checkpointed_size: 0,
              checkpoint: { sync: 0, async: 1 },
              alignment: { buffered: 0, processed: 11161, persisted: 0, duration: 586 },
              start_delay: 9187,
              unaligned_checkpoint: false,
              aborted: false,
              status: 'completed',
            },
            {
              index: 1,
              ack_timestamp: 1795271771270,
              end_to_end_duration: 9731,
              checkpointed_size: 0,
              checkpoint: { sync: 0, async: 1 },
              alignment: { buffered: 0, processed: 11192, persisted: 0, duration: 587 },
              start_delay: 9141,
              unaligned_checkpoint: false,
              aborted: false,
              status: 'completed',
            },
            {
              index: 2,
              ack_timestamp: 1795271771409,
              end_to_end_duration: 9870,
              checkpointed_size: 0,
              checkpoint: { sync: 0, async: 0 },
              alignment: { buffered: 0, processed: 31788, persisted: 0, duration: 1660 },
              start_delay: 8206,
              unaligned_checkpoint: false,
              aborted: false,
              status: 'completed',
            },
            {
              index: 3,
              ack_timestamp: 1795271771518,
              end_to_end_duration: 9979,
              checkpointed_size: 0,
              checkpoint: { sync: 0, async: 0 },
              alignment: { buffered: 0, processed: 23596, persisted: 0, duration: 1239 },
              start_delay: 8738,
              unaligned_checkpoint: false,
              aborted: false,
              status: 'completed',
            },
          ],
        },
      },
    },
  },
};
