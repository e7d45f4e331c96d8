import type { RuleCases } from '../rule-cases.js';

export const cases: RuleCases = {
  fires: [
    {
      name: 'a GC log of Java 8 on Flink 2, which needs Java 11',
      flinkVersion: '2.3',
      config: { 'env.java.opts.all': '-XX:+UseG1GC -XX:+PrintGCDetails -XX:+PrintGCDateStamps' },
      path: 'env.java.opts.all',
      severity: 'error',
      fix: { set: { 'env.java.opts.all': '-XX:+UseG1GC -XX:+PrintGCDetails' }, unset: [] },
    },
    {
      name: 'the collector of Java 8, where nobody says which Java runs',
      flinkVersion: '1.20',
      config: { 'env.java.opts.taskmanager': '-XX:+UseConcMarkSweepGC' },
      path: 'env.java.opts.taskmanager',
      severity: 'warning',
      fix: { set: {}, unset: ['env.java.opts.taskmanager'] },
    },
    {
      name: 'Java 17 is the first without a permanent generation to speak of',
      flinkVersion: '1.18',
      config: { 'env.java.opts.all': '-XX:MaxPermSize=256m' },
      environment: { javaVersion: 17 },
      path: 'env.java.opts.all',
      severity: 'error',
    },
  ],
  silent: [
    {
      name: 'Java 16 still ignores it',
      flinkVersion: '1.18',
      config: { 'env.java.opts.all': '-XX:MaxPermSize=256m' },
      environment: { javaVersion: 16 },
    },
    {
      name: 'flags that every Java knows',
      flinkVersion: '2.3',
      config: { 'env.java.opts.all': '-XX:+UseG1GC -XX:+PrintGCDetails -Xloggc:/log/gc.log' },
    },
    {
      name: 'the JVM is told to ignore what it does not know',
      flinkVersion: '2.3',
      config: { 'env.java.opts.all': '-XX:+IgnoreUnrecognizedVMOptions -XX:+PrintGCDateStamps' },
    },
  ],
};
