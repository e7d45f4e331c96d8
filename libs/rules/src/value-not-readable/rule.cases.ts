import type { RuleCases } from '../rule-cases.js';

export const cases: RuleCases = {
  fires: [
    {
      name: 'a size in the unit of Kubernetes, which is the same',
      flinkVersion: '1.20',
      config: { 'taskmanager.memory.process.size': '8Gi' },
      path: 'taskmanager.memory.process.size',
      severity: 'error',
      fix: { set: { 'taskmanager.memory.process.size': '8g' }, unset: [] },
    },
    {
      name: 'a part of a unit, which is 1536 MiB',
      flinkVersion: '2.3',
      config: { 'jobmanager.memory.process.size': '1.5g' },
      path: 'jobmanager.memory.process.size',
      fix: { set: { 'jobmanager.memory.process.size': '1610612736b' }, unset: [] },
    },
    {
      name: 'ISO 8601 before 2.1',
      flinkVersion: '2.0',
      config: { 'execution.checkpointing.interval': 'PT10M' },
      path: 'execution.checkpointing.interval',
      fix: { set: { 'execution.checkpointing.interval': '10 min' }, unset: [] },
    },
    {
      name: 'a unit where 1.19 takes milliseconds',
      flinkVersion: '1.19',
      config: { 'heartbeat.timeout': '120 s' },
      path: 'heartbeat.timeout',
      fix: { set: { 'heartbeat.timeout': '120000' }, unset: [] },
    },
    {
      name: 'a word that is no Boolean of Flink',
      flinkVersion: '2.3',
      config: { 'execution.checkpointing.unaligned.enabled': 'yes' },
      path: 'execution.checkpointing.unaligned.enabled',
      fix: { set: { 'execution.checkpointing.unaligned.enabled': 'true' }, unset: [] },
    },
    {
      name: 'an enum with blanks',
      flinkVersion: '1.20',
      config: { 'execution.checkpointing.mode': 'exactly once' },
      path: 'execution.checkpointing.mode',
      fix: { set: { 'execution.checkpointing.mode': 'EXACTLY_ONCE' }, unset: [] },
    },
    {
      name: 'an old key, with a text that nobody can guess',
      flinkVersion: '1.20',
      config: { 'state.checkpoints.num-retained': 'three' },
      path: 'state.checkpoints.num-retained',
    },
    {
      name: 'a secret key, whose value is not repeated',
      flinkVersion: '1.20',
      config: { 'security.delegation.tokens.enabled': 'hunter2' },
      path: 'security.delegation.tokens.enabled',
    },
  ],
  silent: [
    {
      name: 'a unit from 1.20 on',
      flinkVersion: '1.20',
      config: { 'heartbeat.timeout': '120 s' },
    },
    {
      name: 'ISO 8601 from 2.1 on',
      flinkVersion: '2.1',
      config: { 'execution.checkpointing.interval': 'PT10M' },
    },
    {
      name: 'a range of ports, as the Prometheus reporter takes it',
      flinkVersion: '1.20',
      config: { 'metrics.reporter.prom.port': '9250-9260' },
    },
    {
      name: 'an old key in vain: its text is never read',
      flinkVersion: '1.20',
      config: { 'state.checkpoints.num-retained': 'three', 'execution.checkpointing.num-retained': '3' },
    },
  ],
};
