import type {
  BackendAdvice,
  BackendCandidate,
  DiskAdvice,
  JudgedOption,
  SpeedRatio,
  StorageAdvice,
} from '@plimsoll/checkpoint';
import {
  Answer,
  Bool,
  Bytes,
  BytesPerSecond,
  ConfigMap,
  List,
  Nested,
  Num,
  OneOf,
  Text,
  Texts,
} from '../../fields/index.js';
import { FindingModel, StepModel } from '../capacity/trace.model.js';
import { STATE_BACKEND } from '../capacity/words.js';

const DIMENSIONS = 'bytes, iops, bytesPerSecond, mustSurviveInstance.';

@Answer('JudgedStorageOption', 'A volume, what it costs for what it does, and whether it meets the need.')
export class JudgedOptionModel implements JudgedOption {
  @Text()
  id: string;

  @Text()
  label: string;

  @Text({ nullable: true, description: 'The day or month of its price; null: the row says none.' })
  asOf: string | null;

  @Text({ nullable: true, description: 'Where price and figures stand; null: the row says nothing.' })
  source: string | null;

  @Num()
  usdPerMonth: number;

  @Num()
  usdPerMonthPerIops: number;

  @Num({ description: 'At the size of one read or write that was asked for. A megabyte is 10^6 bytes.' })
  usdPerMonthPerMegabytePerSecond: number;

  @Num({ nullable: true, description: 'Where reads are large enough for it; null: no throughput is rated.' })
  usdPerMonthPerRatedMegabytePerSecond: number | null;

  @BytesPerSecond({ description: 'At the size of one read or write that was asked for.' })
  usableBytesPerSecond: number;

  @Bool()
  meets: boolean;

  @Texts({ description: `In what it fails: ${DIMENSIONS}` })
  fails: JudgedOption['fails'][number][];
}

@Answer('DiskAdvice', 'The cheapest volume that meets the need.')
export class DiskAdviceModel implements DiskAdvice {
  @List(() => JudgedOptionModel, { description: 'In the order of the list that was judged.' })
  options: JudgedOptionModel[];

  @Text({ nullable: true, description: 'An option’s id; null: none meets the need.' })
  choice: string | null;

  @Texts({
    description: `Without a choice: what no option meets; where each is met by some, all that they fail in: ${DIMENSIONS}`,
  })
  failing: DiskAdvice['failing'][number][];
}

@Answer('StateBackendCandidate')
export class BackendCandidateModel implements BackendCandidate {
  @OneOf(STATE_BACKEND)
  stateBackend: BackendCandidate['stateBackend'];

  @Bool({ description: 'Whether Flink of this version has it.' })
  available: boolean;

  @Bool()
  fits: boolean;

  @Bytes({ description: 'Of one TaskManager’s heap or disk.' })
  takesBytes: number;

  @Num({ nullable: true, description: 'One read with its write, in microseconds; null: not measured.' })
  accessMicros: number | null;

  @Num({ nullable: true, description: 'Busy with state at the given rate of accesses.' })
  accessCores: number | null;

  @Text()
  why: string;
}

@Answer('StateBackendSpeed', 'How many times slower rocksdb is than hashmap: “ten times” is no constant.')
export class SpeedRatioModel implements SpeedRatio {
  @Text({ description: 'What is compared.' })
  of: string;

  @Num()
  low: number;

  @Num({ nullable: true, description: 'null: no upper end.' })
  high: number | null;

  @Text({ description: 'Number of the formula.' })
  reference: string;
}

@Answer('StateBackendAdvice', 'Where the state should be kept, and why.')
export class BackendAdviceModel implements BackendAdvice {
  @OneOf(STATE_BACKEND, { nullable: true, description: 'null: none holds the state.' })
  stateBackend: BackendAdvice['stateBackend'];

  @ConfigMap({ description: 'Options in the spelling of the given version.' })
  config: Record<string, string>;

  @Texts({ description: 'One for each state backend.' })
  reasons: string[];

  @List(() => BackendCandidateModel, { description: 'In the order in which they are preferred.' })
  candidates: BackendCandidateModel[];

  @List(() => SpeedRatioModel)
  speeds: SpeedRatioModel[];

  @Text({ nullable: true, description: 'state.backend.rocksdb.predefined-options; null: as it is.' })
  predefinedOptions: string | null;
}

@Answer('CheckpointStorage', 'On what state should lie: a volume, and a state backend.')
export class StorageModel implements StorageAdvice {
  @Nested(() => DiskAdviceModel, { nullable: true, description: 'null without a need.' })
  disk: DiskAdviceModel | null;

  @Nested(() => BackendAdviceModel, { nullable: true, description: 'null without a state.' })
  backend: BackendAdviceModel | null;

  @List(() => FindingModel)
  findings: FindingModel[];

  @List(() => StepModel)
  steps: StepModel[];
}
