import { exponentialDelay, restartStrategy, strategyKey } from '../restart-strategy.js';
import type { Rule } from '../rule.js';
import { setting } from '../setting-evidence.js';

export const rule: Rule = {
  id: 'nothing-restarts-the-job',
  family: 'availability',
  severity: 'error',
  title: 'Nothing but a person restarts the job',
  why: 'Without a restart strategy the first failure of any task, one lost connection to a broker, ends the job for good. Its checkpoints are of no use by themselves: somebody has to notice and start it again.',
  remedy: 'Set restart-strategy.type to exponential-delay, and watch how often it restarts.',
  reference: 'Task Failure Recovery',
  source: 'Keep it going',
  needs: [],
  sets: ['production'],
  check({ config, job }) {
    if (restartStrategy(config) !== 'none') return [];
    const key = config.keyOf(strategyKey(config));
    const fix = exponentialDelay(config, 'none');
    return [
      {
        message: `${key} is ${config.text(strategyKey(config))}: the first failure ends the job, with checkpoints or without.`,
        path: key,
        evidence: [setting(config, strategyKey(config))],
        ...(job?.type === 'batch' && { severity: 'warning' }),
        ...(fix !== undefined && { fix }),
      },
    ];
  },
};
