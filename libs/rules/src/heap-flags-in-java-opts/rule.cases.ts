import type { RuleCases } from '../rule-cases.js';

const size = { 'taskmanager.memory.process.size': '8g' };

export const cases: RuleCases = {
  fires: [
    {
      name: 'a heap of 6 GB where Flink planned 3.4',
      flinkVersion: '1.20',
      config: { ...size, 'env.java.opts.taskmanager': '-Xmx6g -XX:+UseG1GC' },
      path: 'env.java.opts.taskmanager',
      fix: { set: { 'env.java.opts.taskmanager': '-XX:+UseG1GC' }, unset: [] },
    },
    {
      name: 'both limits of the heap for all processes, and nothing else',
      flinkVersion: '1.13',
      config: { ...size, 'env.java.opts': '-Xms2g -Xmx2g' },
      path: 'env.java.opts',
      fix: { set: {}, unset: ['env.java.opts'] },
    },
    {
      name: 'a password beside it, which no fix repeats',
      flinkVersion: '1.20',
      config: { ...size, 'env.java.opts.all': '-Xmx6g -Djavax.net.ssl.keyStorePassword=changeit' },
      path: 'env.java.opts.all',
    },
    {
      name: 'a limit of metaspace beside the option for it',
      flinkVersion: '2.3',
      config: { ...size, 'env.java.opts.all': '-XX:MaxMetaspaceSize=512m' },
      path: 'env.java.opts.all',
    },
  ],
  silent: [
    {
      name: 'flags that say nothing of memory',
      flinkVersion: '1.20',
      config: { ...size, 'env.java.opts.all': '-XX:+UseG1GC -XX:+HeapDumpOnOutOfMemoryError' },
    },
    {
      name: 'the client has no memory options of Flink',
      flinkVersion: '1.20',
      config: { ...size, 'env.java.opts.client': '-Xmx1g' },
    },
  ],
};
