import type { RuleCases } from '../rule-cases.js';

export const cases: RuleCases = {
  fires: [
    {
      name: 'a line is dropped, for it has no space after its colon',
      flinkVersion: '1.18',
      config: {},
      problems: [
        {
          code: 'missing-space-after-colon',
          message: 'Flink drops this line: write "taskmanager.numberOfTaskSlots: 4".',
          line: 3,
          column: 30,
        },
      ],
      path: '/text',
      severity: 'warning',
    },
    {
      name: 'a plain number loses its spelling',
      flinkVersion: '2.1',
      config: { 'metrics.scope.tag': '1.2' },
      problems: [
        {
          code: 'spelling-changed',
          message: 'Flink reads 1.20 as 1.2: quote it.',
          line: 1,
          column: 20,
          key: 'metrics.scope.tag',
        },
      ],
      path: 'metrics.scope.tag',
      severity: 'info',
    },
  ],
  silent: [
    { name: 'a file is read as it looks', flinkVersion: '1.18', config: {}, problems: [] },
    {
      name: 'a key that comes twice has a rule of its own',
      flinkVersion: '1.20',
      config: { a: '1' },
      problems: [{ code: 'duplicate-key', message: 'The last counts.', line: 2, column: 1, key: 'a' }],
    },
  ],
};
