import { taskManagerMemory } from '../memory.js';
import type { FlinkConfig } from '../request.js';
import { diagnoseMemory } from './diagnose.js';

/** Keys that Flink knows nothing of, in any number, beside those of the memory. */
const others = Object.fromEntries(
  Array.from({ length: 200 }, (_, at) => [`taskmanager.memory.other${at}.size`, '1g']),
);

/** A configuration that counts how often all of it is gone through. */
function counted(config: FlinkConfig): { readonly config: FlinkConfig; readonly passes: () => number } {
  let passes = 0;
  const counting = new Proxy(
    { ...others, ...config },
    {
      ownKeys(target) {
        passes += 1;
        return Reflect.ownKeys(target);
      },
    },
  );
  return { config: counting, passes: () => passes };
}

/** However many changes are tried: each is read over the configuration, which is not copied for it. */
const FEW = 30;

describe('a configuration of very many keys', () => {
  it.each([
    ['java.lang.OutOfMemoryError: Java heap space', { 'taskmanager.memory.process.size': '4g' }],
    ['java.lang.OutOfMemoryError: Metaspace', { 'taskmanager.memory.process.size': '4g' }],
    ['OOMKilled', { 'taskmanager.memory.process.size': '4g' }],
    [
      'Sum of configured Framework Heap Memory',
      { 'taskmanager.memory.process.size': '4g', 'taskmanager.memory.managed.size': '3900m' },
    ],
  ])('is gone through only a few times for the diagnosis of %s', (text, given) => {
    const { config, passes } = counted(given);
    const answer = diagnoseMemory({ flinkVersion: '1.20', config, symptom: { text } });
    expect(answer.kind === 'ok' && answer.value.remedy?.after.taskManager).toBeTruthy();
    expect(passes()).toBeLessThan(FEW);
  });

  it('is gone through only a few times for what Flink would accept in its place', () => {
    const { config, passes } = counted({ 'taskmanager.memory.process.size': '80m' });
    const answer = taskManagerMemory({ flinkVersion: '1.20', config });
    expect(answer.kind === 'refused' && answer.refusal.nearest?.set).toEqual({
      'taskmanager.memory.process.size': '982m',
    });
    expect(passes()).toBeLessThan(FEW);
  });

  it('has the list of its other resources read only a few times', () => {
    let reads = 0;
    const config = new Proxy<FlinkConfig>(
      { 'taskmanager.memory.process.size': '4g', 'external-resources': 'gpu;fpga' },
      {
        get(target, key) {
          if (key === 'external-resources') reads += 1;
          return Reflect.get(target, key);
        },
      },
    );
    const symptom = { text: 'java.lang.OutOfMemoryError: Java heap space' };
    const answer = diagnoseMemory({ flinkVersion: '1.20', config, symptom });
    expect(answer.kind === 'ok' && answer.value.remedy).toBeTruthy();
    expect(reads).toBeLessThan(FEW);
  });

  it('has no option cut that Flink does not read', () => {
    const config = {
      ...others,
      'taskmanager.memory.process.size': '1g',
      'taskmanager.memory.managed.size': '900m',
    };
    const answer = diagnoseMemory({
      flinkVersion: '1.20',
      config,
      symptom: { text: 'Sum of configured Framework Heap Memory' },
    });
    if (answer.kind !== 'ok') throw new Error(answer.kind);
    const { remedy } = answer.value;
    expect(Object.keys(remedy?.set ?? {}).filter((key) => Object.hasOwn(others, key))).toEqual([]);
  });
});
