import type { DiskNeed, StateNeed, StorageOption, StorageRequest } from '@plimsoll/checkpoint';
import {
  BareBytes,
  Bool,
  Bytes,
  BytesPerSecond,
  Count,
  List,
  Nested,
  Num,
  OneOf,
  RecordsPerSecond,
  Request,
  Shape,
  Str,
} from '../../fields/index.js';
import { STORAGE_MEDIUM } from '../capacity/words.js';

@Shape('DiskNeed', 'What one TaskManager needs of the volume that its state lies on.')
export class DiskNeedModel implements DiskNeed {
  @Bytes({ rounded: true, example: '500 GB' })
  bytes: number;

  @Count({ description: 'Operations per second.', example: 60_000 })
  iops: number;

  @BytesPerSecond({ example: '200 MB/s' })
  bytesPerSecond: number;

  @BareBytes({
    optional: true,
    description: 'Of one read or write; 4096, a block of RocksDB.',
    example: 4096,
  })
  ioBytes?: number;

  @Bool({ optional: true, description: 'The data must still be there when the instance is gone.' })
  mustSurviveInstance?: boolean;
}

@Shape(
  'StorageOption',
  'A volume that can be rented: one row of a price list. Rated figures, not burst credit.',
)
export class StorageOptionModel implements StorageOption {
  @Str({ example: 'gp3' })
  id: string;

  @Str({ optional: true })
  label?: string;

  @Str({ optional: true, description: 'The day or month of price and figures.', example: '2026-01' })
  asOf?: string;

  @Str({ optional: true, max: 500, description: 'Where they stand.' })
  source?: string;

  @Bytes({ rounded: true, example: '950 GB' })
  bytes: number;

  @Count({ description: 'Reads per second.', example: 16_000 })
  readIops: number;

  @Count({
    optional: true,
    description: 'Writes per second; as many as reads. The lesser of the two counts.',
  })
  writeIops?: number;

  @BytesPerSecond({ optional: true, description: 'Left out: not stated.', example: '1 GB/s' })
  bytesPerSecond?: number;

  @Bool({ description: 'The data are still there when the instance is gone.' })
  survivesInstance: boolean;

  @OneOf(STORAGE_MEDIUM, { optional: true })
  medium?: StorageOption['medium'];

  @Num({ description: 'Of 730 hours.', example: 176 })
  usdPerMonth: number;
}

@Shape('StateNeed', 'State, and what there is to keep it in: all of one TaskManager.')
export class StateNeedModel implements StateNeed {
  @BareBytes({ description: 'Serialized, as a full checkpoint has it.', example: 20_000_000_000 })
  stateBytes: number;

  @BareBytes({ example: 4_000_000_000 })
  heapBytes: number;

  @BareBytes({ optional: true, description: 'Managed memory.' })
  managedBytes?: number;

  @Count({ optional: true })
  slots?: number;

  @BareBytes({ optional: true, description: 'Left out: no bound is known.' })
  localDiskBytes?: number;

  @RecordsPerSecond({ optional: true, description: 'Reads of state with their writes.', example: '100k/s' })
  accessesPerSecond?: number;

  @Num({ optional: true, description: 'Of the accesses, what RocksDB’s cache answers.', example: 0.9 })
  cacheHitRatio?: number;

  @Num({ optional: true, description: 'Of one TaskManager.' })
  cores?: number;

  @Bool({ optional: true })
  incrementalCheckpoints?: boolean;

  @Str({
    optional: true,
    description:
      'As it is configured now: hashmap, rocksdb, forst, or an old name: filesystem, jobmanager, fs, memory.',
  })
  stateBackend?: string;

  @Str({
    optional: true,
    max: 4000,
    description: 'state.backend.rocksdb.localdir or state.backend.forst.local-dir.',
  })
  localDirectory?: string;

  @Str({ optional: true, max: 4000, description: 'Where a volume for state is mounted.', example: '/data' })
  volumePath?: string;

  @OneOf(STORAGE_MEDIUM, {
    optional: true,
    description: 'What the state’s directory lies on; left out: that of the volume that is chosen.',
  })
  medium?: StateNeed['medium'];
}

@Request('CheckpointStorage', 'A need of disks, a state, or both.')
export class StorageRequestModel implements StorageRequest {
  @Str({ optional: true, max: 20, description: 'From 1.10; the newest known.', example: '1.20' })
  flinkVersion?: string;

  @Nested(() => DiskNeedModel, { optional: true, description: 'For advice on a volume.' })
  need?: DiskNeedModel;

  @List(() => StorageOptionModel, {
    optional: true,
    max: 1000,
    description: 'Instead of the table of the talk “3 Flink Mistakes” of September 2023: prices change.',
  })
  options?: StorageOptionModel[];

  @Nested(() => StateNeedModel, { optional: true, description: 'For advice on a state backend.' })
  state?: StateNeedModel;
}
