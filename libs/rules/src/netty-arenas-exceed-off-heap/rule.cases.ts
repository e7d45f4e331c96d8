import type { RuleCases } from '../rule-cases.js';

const slots = (count: string) => ({
  'taskmanager.memory.process.size': '32g',
  'taskmanager.numberOfTaskSlots': count,
});

export const cases: RuleCases = {
  fires: [
    {
      name: '33 slots have 33 arenas, 132 MB',
      flinkVersion: '2.3',
      config: slots('33'),
      path: 'taskmanager.memory.framework.off-heap.size',
      fix: { set: { 'taskmanager.memory.framework.off-heap.size': '138412032b' }, unset: [] },
    },
    {
      name: 'twice as many arenas as slots, and off-heap memory that was lowered',
      flinkVersion: '1.13',
      config: {
        ...slots('8'),
        'taskmanager.network.netty.num-arenas': '16',
        'taskmanager.memory.framework.off-heap.size': '32m',
      },
      path: 'taskmanager.memory.framework.off-heap.size',
    },
    {
      name: 'a batch job reads through buffers of 64 MB beside 17 arenas',
      flinkVersion: '1.20',
      config: slots('17'),
      job: { type: 'batch' },
      path: 'taskmanager.memory.framework.off-heap.size',
    },
  ],
  silent: [
    { name: '32 slots take 128 MB', flinkVersion: '2.3', config: slots('32') },
    {
      name: 'Flink 2 does not read the number of arenas',
      flinkVersion: '2.0',
      config: { ...slots('8'), 'taskmanager.network.netty.num-arenas': '64' },
    },
  ],
};
