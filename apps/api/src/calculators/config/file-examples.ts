/** A flink-conf.yaml as people write it: with YAML that Flink’s flat parser does not know. */
export const FLAT_FILE = {
  flinkVersion: '1.18',
  format: 'flink-conf.yaml',
  text: [
    'taskmanager.memory.process.size: 4g # of 5',
    'taskmanager.numberOfTaskSlots:4',
    'env.java.opts.all: "-Dpattern=#,##0"',
    'state:',
    '  backend: rocksdb',
    '',
  ].join('\n'),
};

export const STANDARD_FILE = {
  flinkVersion: '2.1',
  format: 'config.yaml',
  text: 'taskmanager:\n  memory:\n    process:\n      size: 4g\n  numberOfTaskSlots: 4\nmetrics.scope.tag: 1.20\n',
};

export const FLINK_DEPLOYMENT = {
  flinkVersion: '1.20',
  format: 'flinkdeployment',
  text: [
    'apiVersion: flink.apache.org/v1beta1',
    'kind: FlinkDeployment',
    'metadata:',
    '  name: orders',
    'spec:',
    '  flinkVersion: v1_20',
    '  flinkConfiguration:',
    '    taskmanager.numberOfTaskSlots: "2"',
    '  jobManager:',
    '    resource: { memory: 2048m, cpu: 1 }',
    '  taskManager:',
    '    resource: { memory: 1.5Gi, cpu: 2 }',
    '  job:',
    '    jarURI: local:///opt/flink/orders.jar',
    '    parallelism: 4',
    '',
  ].join('\n'),
};

export const TO_WRITE = {
  flinkVersion: '2.1',
  format: 'config.yaml',
  config: {
    'taskmanager.memory.process.size': '4g',
    'taskmanager.numberOfTaskSlots': '4',
    'env.java.opts.all': '-Dpattern=#,##0',
  },
  reasons: { 'taskmanager.numberOfTaskSlots': 'One for each core.' },
};
