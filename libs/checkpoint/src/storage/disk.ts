import { type DerivedFigure, derive, type Figure, formula, given, parameter } from '@plimsoll/trace';
import { catalogueIops, catalogueThroughput, iopsOf } from './catalogue-parameters.js';
import { IO_BYTES } from './parameters.js';
import type { DiskNeed, StorageOption } from './request.js';
import { DIMENSIONS, type Dimension, type DiskAdvice, type JudgedOption } from './result.js';

/** The cheapest volume that meets a need in size, operations, throughput and durability (F9.1). A megabyte is 10^6 bytes. */
const USABLE = formula({
  reference: 'F9.1',
  label: 'Throughput at this size of one operation',
  unit: 'bytesPerSecond',
  inputs: { iops: 'operationsPerSecond', ioBytes: 'bytes' },
  text: 'iops × ioBytes',
  compute: ({ iops, ioBytes }) => iops * ioBytes,
});

const USABLE_WITHIN_RATED = formula({
  reference: 'F9.1',
  label: 'Throughput at this size of one operation, within what is rated',
  unit: 'bytesPerSecond',
  inputs: { rated: 'bytesPerSecond', iops: 'operationsPerSecond', ioBytes: 'bytes' },
  text: 'min(rated, iops × ioBytes)',
  compute: ({ rated, iops, ioBytes }) => Math.min(rated, iops * ioBytes),
});

const BYTES_PER_MEGABYTE = 1e6;

export interface DiskFigures {
  readonly advice: DiskAdvice;
  readonly figures: readonly Figure[];
}

/** @param pointer to the options in the request; null for the table that ships */
export function diskAdvice(
  need: DiskNeed,
  options: readonly StorageOption[],
  pointer: string | null,
): DiskFigures {
  const judged = options.map((option, at) => {
    const usable = usableThroughput(option, need, pointer === null ? null : `${pointer}/${at}`);
    return { usable, judged: judge(option, need, usable) };
  });
  const candidates = judged.map((one) => one.judged);
  const choice = candidates
    .filter(({ meets }) => meets)
    .reduce<JudgedOption | null>(
      (best, one) => (best === null || one.usdPerMonth < best.usdPerMonth ? one : best),
      null,
    );
  return {
    advice: {
      options: candidates,
      choice: choice?.id ?? null,
      failing: choice === null ? failing(candidates) : [],
    },
    figures: judged.map((one) => one.usable),
  };
}

function usableThroughput(
  option: StorageOption,
  need: DiskNeed,
  pointer: string | null,
): DerivedFigure<'bytesPerSecond'> {
  const rated = option.bytesPerSecond ?? null;
  const which = iopsOf(option) < option.readIops ? 'writeIops' : 'readIops';
  const iops =
    pointer === null
      ? parameter(catalogueIops(option))
      : given('operationsPerSecond', iopsOf(option), `${pointer}/${which}`);
  const ioBytes =
    need.ioBytes === undefined ? parameter(IO_BYTES) : given('bytes', need.ioBytes, '/need/ioBytes');
  const key = `disk.${option.id}.usable`;
  if (rated === null) return derive(key, USABLE, { iops, ioBytes });
  return derive(key, USABLE_WITHIN_RATED, {
    rated:
      pointer === null
        ? parameter(catalogueThroughput(option, rated))
        : given('bytesPerSecond', rated, `${pointer}/bytesPerSecond`),
    iops,
    ioBytes,
  });
}

function judge(option: StorageOption, need: DiskNeed, usable: Figure<'bytesPerSecond'>): JudgedOption {
  const { id, usdPerMonth } = option;
  const rated = option.bytesPerSecond ?? null;
  const fails: readonly Dimension[] = DIMENSIONS.filter(
    (dimension) => !meets(dimension, option, need, usable),
  );
  return {
    id,
    label: option.label ?? id,
    asOf: option.asOf ?? null,
    source: option.source ?? null,
    usdPerMonth,
    usdPerMonthPerIops: usdPerMonth / iopsOf(option),
    usdPerMonthPerMegabytePerSecond: (usdPerMonth / usable.value) * BYTES_PER_MEGABYTE,
    usdPerMonthPerRatedMegabytePerSecond: rated === null ? null : (usdPerMonth / rated) * BYTES_PER_MEGABYTE,
    usableBytesPerSecond: usable.value,
    meets: fails.length === 0,
    fails,
  };
}

function meets(
  dimension: Dimension,
  option: StorageOption,
  need: DiskNeed,
  usable: Figure<'bytesPerSecond'>,
): boolean {
  switch (dimension) {
    case 'bytes':
      return option.bytes >= need.bytes;
    case 'iops':
      return iopsOf(option) >= need.iops;
    case 'bytesPerSecond':
      return usable.value >= need.bytesPerSecond;
    case 'mustSurviveInstance':
      return need.mustSurviveInstance !== true || option.survivesInstance;
  }
}

/** What none of them meets; where each is met by some, all that the options fail in. */
function failing(options: readonly JudgedOption[]): readonly Dimension[] {
  const failed = DIMENSIONS.filter((dimension) => options.some(({ fails }) => fails.includes(dimension)));
  const byAll = failed.filter((dimension) => options.every(({ fails }) => fails.includes(dimension)));
  return byAll.length > 0 ? byAll : failed;
}

export const DISK_FORMULAS = [USABLE, USABLE_WITHIN_RATED];
