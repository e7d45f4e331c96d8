import type { MiniClusterJob, MiniClusterRequest } from '@plimsoll/memory';
import { Bool, Bytes, BytesPerSecond, Int, Nested, OneOf, Request, Shape } from '../../fields/index.js';
import { GARBAGE_COLLECTOR, MINI_CLUSTER_JOB } from './words.js';

@Shape('MiniClusterJob', 'What runs in the MiniCluster.')
export class MiniClusterJobModel implements MiniClusterJob {
  @OneOf(MINI_CLUSTER_JOB, { example: 'kafka-filter-kafka' })
  kind: MiniClusterJob['kind'];

  @Int({
    optional: true,
    description: 'Task threads: subtasks after chaining. 1, unless told; 0 without a job.',
  })
  tasks?: number;

  @Int({ optional: true, description: 'One for each task of a Kafka job, else 0, unless told.' })
  kafkaConsumers?: number;

  @Int({ optional: true, description: 'One for each task of a Kafka job, else 0, unless told.' })
  kafkaProducers?: number;
}

@Request('MiniClusterMemory', 'A whole Flink cluster in one JVM.')
export class MiniClusterMemoryRequestModel implements MiniClusterRequest {
  @Bytes({
    optional: true,
    rounded: true,
    description: '-Xmx. The smallest that starts and carries the throughput, unless told.',
    example: '50 MiB',
  })
  heap?: number;

  @Nested(() => MiniClusterJobModel, { optional: true, description: 'None, unless told.' })
  job?: MiniClusterJobModel;

  @OneOf(GARBAGE_COLLECTOR, { optional: true, description: 'g1, unless told.' })
  gc?: MiniClusterRequest['gc'];

  @Bytes({ optional: true, rounded: true, description: '-Xss. 1 MiB, unless told.', example: '256 KiB' })
  stackSize?: number;

  @Bytes({
    optional: true,
    rounded: true,
    description: 'Flink’s network memory. 64 MiB, unless told.',
    example: '8 MiB',
  })
  networkMemory?: number;

  @BytesPerSecond({ optional: true, description: 'What the job must carry.', example: '25 MB/s' })
  throughput?: number;

  @Int({ optional: true, description: 'CPU cores that the JVM sees. 2, unless told.' })
  cores?: number;

  @Bool({
    optional: true,
    description: 'Whether the REST interface or the web UI is used while it runs. Not, unless told.',
  })
  restRequests?: boolean;

  @Int({
    optional: true,
    description: 'All threads of the process. From the cores and the job, unless told.',
  })
  threads?: number;
}
