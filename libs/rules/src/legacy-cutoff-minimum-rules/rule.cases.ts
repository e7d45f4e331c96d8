import type { RuleCases } from '../rule-cases.js';

const yarn = { deployment: { kind: 'Yarn' } } as const;

export const cases: RuleCases = {
  fires: [
    {
      name: 'the container of the talk: 1500 MB of heap expected, 1260 MB there',
      flinkVersion: '1.9',
      config: { 'taskmanager.heap.size': '2000m' },
      ...yarn,
      path: 'taskmanager.heap.size',
    },
    {
      name: 'one megabyte below where the minimum ends to decide',
      flinkVersion: '1.3',
      config: { 'taskmanager.heap.mb': '2396' },
      ...yarn,
      path: 'taskmanager.heap.mb',
    },
  ],
  silent: [
    {
      name: 'a quarter of 2400 MB is the minimum itself',
      flinkVersion: '1.9',
      config: { 'taskmanager.heap.size': '2400m' },
      ...yarn,
    },
    {
      name: 'a TaskManager without a container has no cut-off',
      flinkVersion: '1.9',
      config: { 'taskmanager.heap.size': '1000m' },
      deployment: { kind: 'Standalone' },
    },
    {
      name: 'Flink 1.10 has no cut-off',
      flinkVersion: '1.10',
      config: { 'taskmanager.heap.size': '2000m' },
      ...yarn,
    },
  ],
};
