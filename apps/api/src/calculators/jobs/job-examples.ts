/** A job that has run for an hour: 2,000 clicks a second, of which half are counted by user in windows of a minute. */
export const CLICKS = {
  flinkVersion: '1.20',
  plan: {
    plan: {
      jid: '5f1a3cf4a1a94f4cb1e3d1d5a1a7b0c2',
      name: 'clicks per user',
      type: 'STREAMING',
      nodes: [
        {
          id: '20ba6b65f97481d5570070de90e4e791',
          parallelism: 4,
          operator: '',
          description:
            'Window(TumblingEventTimeWindows(60000), EventTimeTrigger, CountClicks)<br/>+- Sink: Kafka counts<br/>',
          inputs: [
            {
              num: 0,
              id: 'cbc357ccb763df2852fee8c4fc7d55f2',
              ship_strategy: 'HASH',
              exchange: 'pipelined_bounded',
            },
          ],
        },
        {
          id: 'cbc357ccb763df2852fee8c4fc7d55f2',
          parallelism: 2,
          operator: '',
          description: 'Source: Kafka clicks<br/>+- Filter<br/>',
        },
      ],
    },
  },
  job: {
    name: 'clicks per user',
    vertices: [
      {
        id: 'cbc357ccb763df2852fee8c4fc7d55f2',
        name: 'Source: Kafka clicks -> Filter',
        maxParallelism: 128,
        parallelism: 2,
        duration: 3_600_000,
        metrics: {
          'read-bytes': 0,
          'write-bytes': 720_000_000,
          'read-records': 0,
          'write-records': 3_600_000,
          'accumulated-backpressured-time': 0,
          'accumulated-idle-time': 5_400_000,
          'accumulated-busy-time': 1_800_000,
        },
      },
      {
        id: '20ba6b65f97481d5570070de90e4e791',
        name: 'TumblingEventTimeWindows -> Sink: Kafka counts',
        maxParallelism: 128,
        parallelism: 4,
        duration: 3_600_000,
        metrics: {
          'read-bytes': 720_000_000,
          'write-bytes': 0,
          'read-records': 3_600_000,
          'write-records': 0,
          'accumulated-backpressured-time': 0,
          'accumulated-idle-time': 12_960_000,
          'accumulated-busy-time': 1_440_000,
        },
      },
    ],
  },
  checkpoints: {
    counts: { restored: 0, total: 60, in_progress: 0, completed: 60, failed: 0 },
    history: [
      {
        id: 60,
        status: 'COMPLETED',
        is_savepoint: false,
        trigger_timestamp: 1795279845127,
        checkpointed_size: 4_200_000,
        state_size: 4_200_000,
        end_to_end_duration: 850,
      },
      {
        id: 59,
        status: 'COMPLETED',
        is_savepoint: false,
        trigger_timestamp: 1795279785127,
        checkpointed_size: 4_000_000,
        state_size: 4_000_000,
        end_to_end_duration: 750,
      },
    ],
  },
  metrics: {
    cbc357ccb763df2852fee8c4fc7d55f2: [
      { id: 'Source__Kafka_clicks.numRecordsInPerSecond', min: 950, max: 1050, avg: 1000, sum: 2000 },
      { id: 'Source__Kafka_clicks.numRecordsOutPerSecond', min: 950, max: 1050, avg: 1000, sum: 2000 },
      {
        id: 'Source__Kafka_clicks.numBytesInPerSecond',
        min: 285_000,
        max: 315_000,
        avg: 300_000,
        sum: 600_000,
      },
      { id: 'Filter.numRecordsInPerSecond', min: 950, max: 1050, avg: 1000, sum: 2000 },
      { id: 'Filter.numRecordsOutPerSecond', min: 475, max: 525, avg: 500, sum: 1000 },
      { id: 'busyTimeMsPerSecond', min: 240, max: 260, avg: 250, sum: 500 },
    ],
  },
};
