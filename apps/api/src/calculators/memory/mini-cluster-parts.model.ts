import type {
  DistributedAlternative,
  FootprintSource,
  JobMoves,
  MiniClusterPart,
  MiniClusterThroughput,
  SizeRange,
  StartCondition,
  ThreadStacks,
} from '@plimsoll/memory';
import { Answer, Bool, Bytes, BytesPerSecond, Count, Num, OneOf, Text, Texts } from '../../fields/index.js';
import { CLUSTER_KIND, FOOTPRINT_SOURCE, MINI_CLUSTER_PART, START_CONDITION } from './words.js';

@Answer('SizeRange', 'A size with its range, from measurements, and what “Tiny Flink” says of the same.')
export class SizeRangeModel implements SizeRange {
  @Bytes()
  bytes: bigint;

  @Bytes()
  lowBytes: bigint;

  @Bytes()
  highBytes: bigint;

  @Bytes({ nullable: true, description: 'null: the talk says nothing of it.' })
  talkBytes: bigint | null;
}

@Answer('MiniClusterPart', 'What of the process is resident; the parts sum to the process.')
export class MiniClusterPartModel extends SizeRangeModel implements MiniClusterPart {
  @OneOf(MINI_CLUSTER_PART)
  id: MiniClusterPart['id'];

  @Text()
  label: string;

  @Text({ description: 'Key of the step that derives it.' })
  step: string;
}

@Answer('StartCondition', 'One condition of starting.')
export class StartConditionModel implements StartCondition {
  @OneOf(START_CONDITION)
  id: StartCondition['id'];

  @Bool()
  fits: boolean;

  @Bytes()
  neededBytes: bigint;

  @Bytes()
  givenBytes: bigint;

  @Text()
  reason: string;
}

@Answer('MiniClusterThroughput')
export class MiniClusterThroughputModel implements MiniClusterThroughput {
  @BytesPerSecond({ nullable: true, description: 'null: nothing was asked for.' })
  requestedBytesPerSecond: number | null;

  @BytesPerSecond({
    nullable: true,
    description:
      'By the line of “Tiny Flink”, which holds for its job and 50 to 100 MB of heap; null outside.',
  })
  bytesPerSecond: number | null;

  @Bool({
    nullable: true,
    description: 'Whether the heap carries what was asked for; null where it is not known.',
  })
  carries: boolean | null;

  @Text()
  reason: string;
}

@Answer('ThreadStacks')
export class ThreadStacksModel implements ThreadStacks {
  @Count()
  threads: number;

  @Bytes({ description: 'Address space: threads × stack size.' })
  reservedBytes: bigint;

  @Bytes({ description: 'What of it takes memory.' })
  committedBytes: bigint;
}

@Answer('DistributedAlternative', 'The smallest cluster of processes, and which of the two suits the job.')
export class DistributedAlternativeModel implements DistributedAlternative {
  @Bytes()
  jobManagerBytes: bigint;

  @Bytes()
  taskManagerBytes: bigint;

  @Bytes()
  processBytes: bigint;

  @Num({ description: 'Its process size over that of the MiniCluster.' })
  timesTheMiniCluster: number;

  @OneOf(CLUSTER_KIND)
  better: DistributedAlternative['better'];

  @Texts()
  reasons: string[];
}

@Answer('JobMoves', 'How a job moves between a MiniCluster and a cluster of processes, in order.')
export class JobMovesModel implements JobMoves {
  @Texts()
  toDistributed: string[];

  @Texts()
  toMiniCluster: string[];
}

@Answer('FootprintSource', 'Where figures were measured or stated.')
export class FootprintSourceModel implements FootprintSource {
  @OneOf(FOOTPRINT_SOURCE)
  id: FootprintSource['id'];

  @Text()
  title: string;

  @Text()
  setup: string;
}
