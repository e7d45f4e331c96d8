import type { RuleCases } from '../rule-cases.js';

const ha = (storageDir: string) => ({
  'high-availability.type': 'kubernetes',
  'high-availability.storageDir': storageDir,
});

export const cases: RuleCases = {
  fires: [
    {
      name: 'a directory of the container',
      flinkVersion: '2.3',
      config: ha('file:///opt/flink/ha'),
      path: 'high-availability.storageDir',
    },
    {
      name: 'a path beside the volume that is mounted',
      flinkVersion: '1.20',
      config: ha('/flink-data-ha'),
      deployment: { kind: 'Kubernetes', volumes: [{ path: '/flink-data', attachment: 'network' }] },
      path: 'high-availability.storageDir',
    },
  ],
  silent: [
    { name: 'an object store', flinkVersion: '2.3', config: ha('s3://bucket/ha') },
    {
      name: 'a volume of the network',
      flinkVersion: '1.20',
      config: ha('file:///flink-data/ha'),
      deployment: { kind: 'FlinkDeployment', volumes: [{ path: '/flink-data', attachment: 'network' }] },
    },
    {
      name: 'a path without a scheme, of the default file system',
      flinkVersion: '1.20',
      config: { ...ha('/flink/ha'), 'fs.default-scheme': 'hdfs://nn:9000' },
    },
  ],
};
