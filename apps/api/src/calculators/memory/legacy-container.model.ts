import type { LegacyContainerMemory, LegacyContainerRequest } from '@plimsoll/memory';
import {
  Answer,
  BareCount,
  Bytes,
  ConfigMap,
  Count,
  List,
  Num,
  Request,
  Str,
  Texts,
} from '../../fields/index.js';
import { StepModel } from '../capacity/trace.model.js';

@Request('LegacyContainerMemory', 'A container of a TaskManager of Flink 1.3 to 1.9.')
export class LegacyContainerRequestModel implements LegacyContainerRequest {
  @Str({ description: '1.3 to 1.9; a patch number narrows nothing.', example: '1.9' })
  flinkVersion: string;

  @BareCount({ description: 'Of 2^20 bytes: what the cluster grants the container.', example: 2000 })
  containerMegabytes: number;

  @BareCount({ example: 1 })
  slots: number;

  @ConfigMap({ example: { 'containerized.heap-cutoff-ratio': '0.25' } })
  config: Record<string, string>;
}

@Answer('LegacyContainerMemory', 'How Flink 1.3 to 1.9 divides a container. A megabyte has 2^20 bytes.')
export class LegacyContainerMemoryModel implements LegacyContainerMemory {
  @Count({ description: 'What Flink leaves to all that is no Java memory.' })
  cutoffMegabytes: bigint;

  @Count({ description: 'The container less the cut-off.' })
  javaMegabytes: bigint;

  @Count({ description: '-Xms and -Xmx.' })
  heapMegabytes: bigint;

  @Count({
    nullable: true,
    description: '-XX:MaxDirectMemorySize; null where the JVM is given no such limit.',
  })
  directMegabytes: bigint | null;

  @Bytes()
  networkBytes: bigint;

  @Bytes({
    nullable: true,
    description: 'null: decided when the process runs, by the heap that is free then.',
  })
  managedBytes: bigint | null;

  @Texts({ description: 'In Flink’s order.' })
  jvmArgs: string[];

  @Num({ description: '-Xmx by the arithmetic of the talk “Keep it going”, which knows no cut-off minimum.' })
  talkHeapMegabytes: number;

  @Texts({ description: 'What to know of these figures: where they differ from the talk’s, and why.' })
  remarks: string[];

  @Texts({ description: 'What Flink logs on the way: `LEVEL message`.' })
  warnings: string[];

  @List(() => StepModel, { description: 'Every derived figure, each after those that it is made of.' })
  steps: StepModel[];
}
