import type { RuleCases } from '../rule-cases.js';

const MIB = 1_048_576;
const points = (leakMiB: number) => ({
  series: {
    metaspace: Array.from({ length: 10 }, (_, at) => ({
      atMs: at * 14_400_000,
      submissions: at,
      metaspaceUsedBytes: (110 + leakMiB * at) * MIB,
    })),
  },
});

export const cases: RuleCases = {
  fires: [
    {
      name: 'each submission leaves 8 MB behind: 18 submissions in 256 MB',
      flinkVersion: '1.20',
      config: { 'taskmanager.memory.process.size': '4g' },
      ...points(8),
      path: '/series/metaspace',
    },
    {
      name: 'a larger limit only puts it off',
      flinkVersion: '2.3',
      config: { 'taskmanager.memory.process.size': '4g', 'taskmanager.memory.jvm-metaspace.size': '1g' },
      ...points(8),
      path: '/series/metaspace',
    },
  ],
  silent: [
    {
      name: 'metaspace stays level',
      flinkVersion: '1.20',
      config: { 'taskmanager.memory.process.size': '4g' },
      ...points(0),
    },
    {
      name: 'two points tell nothing',
      flinkVersion: '1.20',
      config: { 'taskmanager.memory.process.size': '4g' },
      series: { metaspace: points(8).series.metaspace.slice(0, 2) },
    },
  ],
};
