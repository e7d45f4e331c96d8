import type { RuleCases } from '../rule-cases.js';

const storm = (taskManagers: number, jobs: number, somaxconn: number) => ({
  environment: { taskManagers, jobs, somaxconn },
});

export const cases: RuleCases = {
  fires: [
    {
      name: '400 TaskManagers and two jobs, where 128 connections may wait',
      flinkVersion: '1.20',
      config: {},
      ...storm(400, 2, 128),
      path: 'blob.fetch.num-concurrent',
      fix: { set: { 'blob.fetch.num-concurrent': '671' }, unset: [] },
    },
    {
      name: 'one request too many',
      flinkVersion: '2.3',
      config: { 'blob.fetch.backlog': '100' },
      ...storm(152, 1, 4096),
      path: 'blob.fetch.num-concurrent',
      fix: { set: { 'blob.fetch.num-concurrent': '51' }, unset: [] },
    },
  ],
  silent: [
    {
      name: 'just as many as are served or wait',
      flinkVersion: '2.3',
      config: { 'blob.fetch.backlog': '100' },
      ...storm(151, 1, 4096),
    },
    {
      name: 'high availability, whose store is asked first',
      flinkVersion: '2.3',
      config: { 'high-availability.type': 'kubernetes' },
      ...storm(400, 2, 128),
    },
    { name: 'nobody says how many there are', flinkVersion: '2.3', config: {}, environment: { jobs: 3 } },
  ],
};
