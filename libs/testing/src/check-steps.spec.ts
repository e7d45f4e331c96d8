import type { Step } from '@plimsoll/trace';
import { checkSteps, stepFaults } from './check-steps.js';

const bytesIn: Step = {
  key: 'operator.events.bytesIn',
  label: 'Bytes per second',
  value: 2e9,
  unit: 'bytesPerSecond',
  formula: 'records per second × record bytes',
  inputs: [
    {
      name: 'records per second',
      value: 1e6,
      unit: 'perSecond',
      from: '/workload/operators/0/recordsPerSecond',
    },
    { name: 'record bytes', value: 2000, unit: 'bytes', from: '/workload/operators/0/recordBytes' },
  ],
  reference: 'F1.1',
  evidence: 'derived',
};

const sourceRead: Step = {
  key: 'flow.source-read:events',
  label: 'Source read',
  value: 4e8,
  unit: 'bytesPerSecond',
  formula: 'whole job ÷ machines',
  inputs: [
    { name: 'whole job', value: 2e9, unit: 'bytesPerSecond', from: 'operator.events.bytesIn' },
    { name: 'machines', value: 5, unit: 'count', from: 'cluster.machines' },
  ],
  reference: 'F1.3',
  evidence: 'derived',
};

describe('checkSteps', () => {
  it('finds nothing in a trace that holds', () => {
    expect(() => checkSteps([bytesIn, sourceRead])).not.toThrow();
    expect(stepFaults([bytesIn, sourceRead], ['cluster.machines'])).toEqual([]);
  });

  it('finds a formula that lies, from a relative 1e-9 on', () => {
    expect(stepFaults([{ ...bytesIn, value: 2e9 * (1 + 2e-9) }])).toEqual([
      'operator.events.bytesIn: "records per second × record bytes" gives 2000000000, but the figure is 2000000004',
    ]);
    expect(stepFaults([{ ...bytesIn, value: 2e9 * (1 + 0.5e-9) }])).toEqual([]);
    expect(stepFaults([{ ...bytesIn, value: Number.NaN }])).toHaveLength(1);
  });

  it('finds a step that comes before one that it rests on', () => {
    expect(stepFaults([sourceRead, bytesIn])).toEqual([
      'flow.source-read:events: "whole job" is from operator.events.bytesIn, which comes later',
    ]);
  });

  it('finds an input that differs from the step that it names', () => {
    const other = { ...sourceRead, value: 2e8, inputs: sourceRead.inputs.map((row) => ({ ...row })) };
    other.inputs[0] = { name: 'whole job', value: 1e9, unit: 'bytesPerSecond', from: bytesIn.key };
    expect(stepFaults([bytesIn, other])).toEqual([
      'flow.source-read:events: "whole job" is 1000000000, but operator.events.bytesIn is 2000000000',
    ]);
  });

  it('finds a key that stands twice, and an input that comes from nowhere', () => {
    expect(stepFaults([bytesIn, bytesIn])).toEqual(['operator.events.bytesIn: this key stands twice']);
    expect(stepFaults([bytesIn, sourceRead], ['window.drain'])).toEqual([
      'flow.source-read:events: "machines" is from "cluster.machines", which is no pointer, default, parameter or step',
    ]);
  });

  it('tells all faults at once', () => {
    expect(() =>
      checkSteps([
        { ...bytesIn, value: 1 },
        { ...sourceRead, formula: 'machines × nodes' },
      ]),
    ).toThrow(/^3 faults in 2 steps:\n/);
  });
});
