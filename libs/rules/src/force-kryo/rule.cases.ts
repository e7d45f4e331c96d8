import type { RuleCases } from '../rule-cases.js';

const FORCE = 'pipeline.force-kryo';

export const cases: RuleCases = {
  fires: [
    { name: 'it is on', flinkVersion: '1.20', config: { [FORCE]: 'true' }, path: FORCE },
    { name: 'it is on, written large', flinkVersion: '2.3', config: { [FORCE]: 'TRUE' }, path: FORCE },
  ],
  silent: [
    { name: 'it is off', flinkVersion: '1.20', config: { [FORCE]: 'false' } },
    { name: 'Avro is asked for instead', flinkVersion: '2.3', config: { 'pipeline.force-avro': 'true' } },
  ],
};
