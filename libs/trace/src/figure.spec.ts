import { derive, flinkDefault, given, sum } from './figure.js';
import { formula } from './formula.js';
import { parameter } from './parameter.js';
import { flatten } from './steps.js';

const AREA = formula({
  reference: 'F0.1',
  label: 'Bytes per second',
  unit: 'bytesPerSecond',
  inputs: { recordsPerSecond: 'perSecond', recordBytes: 'bytes' },
  text: 'recordsPerSecond × recordBytes',
  compute: ({ recordsPerSecond, recordBytes }) => recordsPerSecond * recordBytes,
});

const rate = given('perSecond', 10, '/rate');
const size = given('bytes', 7, '/size');

describe('a figure', () => {
  it('is computed from the very inputs that it shows', () => {
    const figure = derive('flow', AREA, { recordsPerSecond: rate, recordBytes: size });
    expect(figure).toMatchObject({
      value: 70,
      unit: 'bytesPerSecond',
      formula: 'records per second × record bytes',
    });
    expect(figure.inputs).toEqual([
      { name: 'records per second', value: 10, unit: 'perSecond', from: '/rate' },
      { name: 'record bytes', value: 7, unit: 'bytes', from: '/size' },
    ]);
  });

  it('is as firm as the weakest parameter that enters it, and no weaker for steps further up', () => {
    const heuristic = parameter({
      id: 'size',
      unit: 'bytes',
      value: 7,
      description: '',
      reference: 'F0.1',
      evidence: 'heuristic',
      versions: 'all',
    });
    const weak = derive('weak', AREA, { recordsPerSecond: rate, recordBytes: heuristic });
    const above = sum('above', 'bytesPerSecond', { label: 'All', reference: 'F0.1' }, [
      { name: 'weak', figure: weak },
    ]);
    expect([weak.evidence, above.evidence]).toEqual(['heuristic', 'derived']);
  });

  it('names a default of Flink by its option', () => {
    expect(flinkDefault('count', 1, 'taskmanager.numberOfTaskSlots').from).toBe(
      'flink:taskmanager.numberOfTaskSlots',
    );
  });
});

describe('the flat trace', () => {
  it('holds every derived figure once, each after what it is made of', () => {
    const shared = derive('shared', AREA, { recordsPerSecond: rate, recordBytes: size });
    const left = sum('left', 'bytesPerSecond', { label: 'L', reference: 'F0.1' }, [
      { name: 'shared', figure: shared },
    ]);
    const right = sum('right', 'bytesPerSecond', { label: 'R', reference: 'F0.1' }, [
      { name: 'left', figure: left },
      { name: 'shared', figure: shared },
    ]);
    expect(flatten([right, left, shared]).map(({ key }) => key)).toEqual(['shared', 'left', 'right']);
  });

  it('takes a chain of ten thousand steps', () => {
    let figure = sum('0', 'bytes', { label: '', reference: '' }, [{ name: 'size', figure: size }]);
    for (let at = 1; at < 10_000; at++)
      figure = sum(String(at), 'bytes', { label: '', reference: '' }, [{ name: 'before', figure }]);
    expect(flatten([figure])).toHaveLength(10_000);
  });
});
