/** The worked example of the talk “Keep it going”, as a caller writes it: the example in the documents. */
export const KEEP_IT_GOING = {
  model: 'talk',
  workload: {
    operators: [
      { id: 'events', kind: 'source', connector: 'kafka', recordsPerSecond: 1_000_000, recordBytes: '2 kB' },
      {
        id: 'perUser',
        kind: 'window',
        window: { assigner: 'sliding', size: '5 min', slide: '1 min' },
        keys: 500_000_000,
        state: { entryBytes: 40 },
        output: { recordBytes: 40 },
      },
      { id: 'results', kind: 'sink', connector: 'kafka' },
    ],
    edges: [
      { from: 'events', to: 'perUser', shipStrategy: 'HASH' },
      { from: 'perUser', to: 'results', shipStrategy: 'FORWARD' },
    ],
  },
  cluster: {
    machines: 5,
    machine: { networkIn: '10 Gbit/s', networkOut: '10 Gbit/s', stateDisk: { attachment: 'network' } },
  },
  checkpointing: { interval: '1 min', incremental: false },
};
