import type { Parameter } from '@plimsoll/trace';
import { STORAGE_CATALOGUE } from './catalogue.js';
import type { StorageOption } from './request.js';

/** The lesser of reads and writes: where writes are rated higher, as one table has it, reads still bound. */
export const iopsOf = ({ readIops, writeIops }: StorageOption): number =>
  Math.min(readIops, writeIops ?? readIops);

/** What the table that ships says of an option, as constants of ours with a date. */
export const catalogueIops = (option: StorageOption): Parameter<'operationsPerSecond'> => ({
  id: `storage.catalogue.${option.id}.iops`,
  unit: 'operationsPerSecond',
  value: iopsOf(option),
  description: `Operations per second of ${option.label ?? option.id}, ${option.asOf ?? 'without a date'}`,
  reference: 'F9.1',
  evidence: 'stated',
  versions: 'all',
});

export const catalogueThroughput = (option: StorageOption, value: number): Parameter<'bytesPerSecond'> => ({
  id: `storage.catalogue.${option.id}.bytesPerSecond`,
  unit: 'bytesPerSecond',
  value,
  description: `Rated throughput of ${option.label ?? option.id}, ${option.asOf ?? 'without a date'}`,
  reference: 'F9.1',
  evidence: 'stated',
  versions: 'all',
});

export const CATALOGUE_PARAMETERS: readonly Parameter[] = STORAGE_CATALOGUE.flatMap((option): Parameter[] => {
  const rated = option.bytesPerSecond ?? null;
  const iops = catalogueIops(option);
  return rated === null ? [iops] : [iops, catalogueThroughput(option, rated)];
});
