import type { RuleCases } from '../rule-cases.js';

const job = { genericTypes: ['com.example.Event', 'com.example.Order'] };

export const cases: RuleCases = {
  fires: [
    {
      name: 'one of two is registered',
      flinkVersion: '1.18',
      config: { 'pipeline.registered-kryo-types': 'com.example.Event' },
      job,
      path: 'pipeline.registered-kryo-types',
      severity: 'info',
    },
    {
      name: '2.x does not read the option of 1.x',
      flinkVersion: '2.0',
      config: { 'pipeline.registered-kryo-types': 'com.example.Event;com.example.Order' },
      job,
      path: 'pipeline.serialization-config',
    },
    {
      name: 'a name that only begins alike is another class',
      flinkVersion: '1.17',
      config: { 'pipeline.registered-kryo-types': 'com.example.EventList;com.example.Order' },
      job,
      path: 'pipeline.registered-kryo-types',
    },
  ],
  silent: [
    {
      name: 'both are registered',
      flinkVersion: '1.18',
      config: { 'pipeline.registered-kryo-types': 'com.example.Event;com.example.Order' },
      job,
    },
    {
      name: 'both are registered as 2.x does',
      flinkVersion: '2.3',
      config: {
        'pipeline.serialization-config':
          '[{com.example.Event: {type: kryo}}, {com.example.Order: {type: kryo, kryo-type: registered}}]',
      },
      job,
    },
    { name: 'there are none', flinkVersion: '2.3', config: {}, job: { genericTypes: [] } },
  ],
};
