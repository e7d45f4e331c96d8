import type { RuleCases } from '../rule-cases.js';

const injected = (size: string) => ({
  deployment: {
    kind: 'FlinkDeployment',
    injected: { 'taskmanager.memory.process.size': size },
  } as const,
});

export const cases: RuleCases = {
  fires: [
    {
      name: 'resource.memory says 4 GB and the file says 8',
      flinkVersion: '1.20',
      config: { 'taskmanager.memory.process.size': '8g' },
      ...injected('4g'),
      path: 'taskmanager.memory.process.size',
      fix: { set: { 'taskmanager.memory.process.size': '4g' }, unset: [] },
    },
    {
      name: 'the two differ by one byte',
      flinkVersion: '2.3',
      config: { 'taskmanager.memory.process.size': '4294967297b' },
      ...injected('4g'),
      path: 'taskmanager.memory.process.size',
    },
  ],
  silent: [
    {
      name: 'both say the same in other units',
      flinkVersion: '1.20',
      config: { 'taskmanager.memory.process.size': '4096m' },
      ...injected('4g'),
    },
    {
      name: 'the file leaves the size to the deployment',
      flinkVersion: '1.20',
      config: { 'taskmanager.numberOfTaskSlots': '2' },
      ...injected('4g'),
    },
  ],
};
