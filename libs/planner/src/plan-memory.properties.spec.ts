import { capacityRequest, checkExactSteps, jobManagerConfig, taskManagerConfig } from '@plimsoll/testing';
import fc from 'fast-check';
import { composePlan } from './plan.js';

const inputs = fc
  .record({
    request: capacityRequest(),
    taskManager: taskManagerConfig(),
    jobManager: jobManagerConfig(),
    sound: fc.boolean(),
    flinkVersion: fc.constantFrom('1.10', '1.17', '1.20', '2.3'),
  })
  .map(({ request: { workload, cluster, checkpointing }, taskManager, jobManager, sound, flinkVersion }) => ({
    flinkVersion,
    workload,
    cluster,
    checkpointing,
    config: sound
      ? { 'taskmanager.memory.process.size': '4gb', 'state.backend.type': 'rocksdb' }
      : { ...taskManager, ...jobManager },
  }));

describe('the memory of any plan', () => {
  it('is a model whose steps hold, or Flink’s refusal, whatever the configuration says', () => {
    let models = 0;
    fc.assert(
      fc.property(inputs, (given) => {
        const plan = composePlan(given);
        if (plan.kind === 'rejected' || plan.value.memory === null) return;
        const { memory, findings } = plan.value;
        const refused = findings.some(({ ruleId }) => ruleId === 'flink-rejects-config');
        expect(refused).toBe('rejected' in memory);
        if ('rejected' in memory) return;
        models += 1;
        for (const part of [memory.taskManager, memory.jobManager, memory.rocksDb, memory.networkBuffers]) {
          if (part !== null) checkExactSteps(part.steps);
        }
      }),
      { numRuns: 50 },
    );
    expect(models).toBeGreaterThan(8);
  });
});
