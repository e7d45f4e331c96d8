import type { RuleCases } from '../rule-cases.js';

export const cases: RuleCases = {
  fires: [
    {
      name: 'a name that Flink 2 has dropped',
      flinkVersion: '2.0',
      config: { 'state.backend.type': 'filesystem' },
      path: 'state.backend.type',
      fix: { set: { 'state.backend.type': 'hashmap' }, unset: [] },
    },
    {
      name: 'the name of the talk',
      flinkVersion: '1.20',
      config: { 'state.backend': 'fs' },
      path: 'state.backend',
      fix: { set: { 'state.backend': 'hashmap' }, unset: [] },
    },
    {
      name: 'a name of later versions',
      flinkVersion: '1.12',
      config: { 'state.backend': 'hashmap' },
      path: 'state.backend',
      fix: { set: { 'state.backend': 'filesystem' }, unset: [] },
    },
    {
      name: 'ForSt before it came, and nothing else would be the same',
      flinkVersion: '1.19',
      config: { 'state.backend.type': 'forst' },
      path: 'state.backend.type',
    },
    {
      name: 'a slip of spelling',
      flinkVersion: '2.3',
      config: { 'state.backend.type': 'rocksbd' },
      path: 'state.backend.type',
    },
  ],
  silent: [
    {
      name: 'Flink 1.20 still reads it, in any case',
      flinkVersion: '1.20',
      config: { 'state.backend': 'FileSystem' },
    },
    {
      name: 'the name of a class',
      flinkVersion: '2.3',
      config: { 'state.backend.type': 'org.example.OurBackendFactory' },
    },
    { name: 'ForSt of Flink 2', flinkVersion: '2.0', config: { 'state.backend.type': 'forst' } },
  ],
};
