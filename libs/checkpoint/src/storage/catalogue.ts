import type { StorageOption } from './request.js';

const TALK = '“3 Flink Mistakes We Made So You Won’t Have To”, Metzger and Xie, Current 2023';
const SIZE = 950e9;

/**
 * The price table of the talk: 950 GB for a month, as it stood in September 2023. Prices change, so a request may bring its own
 * rows. Throughput is null where the table states none.
 */
export const STORAGE_CATALOGUE: readonly StorageOption[] = [
  {
    id: 'io1',
    label: 'EBS io1',
    asOf: '2023-09',
    source: TALK,
    bytes: SIZE,
    readIops: 64_000,
    bytesPerSecond: null,
    survivesInstance: true,
    medium: 'FLASH',
    usdPerMonth: 4278,
  },
  {
    id: 'io2-block-express',
    label: 'EBS io2 Block Express',
    asOf: '2023-09',
    source: TALK,
    bytes: SIZE,
    readIops: 256_000,
    bytesPerSecond: null,
    survivesInstance: true,
    medium: 'FLASH',
    usdPerMonth: 9769,
  },
  {
    id: 'gp3',
    label: 'EBS gp3',
    asOf: '2023-09',
    source: TALK,
    bytes: SIZE,
    readIops: 16_000,
    bytesPerSecond: 1e9,
    survivesInstance: true,
    medium: 'FLASH',
    usdPerMonth: 176,
  },
  {
    id: 'local-nvme',
    label: 'Local NVMe of an M6gd.4xlarge, beside what the instance costs without it',
    asOf: '2023-09',
    source: TALK,
    bytes: SIZE,
    readIops: 93_000,
    writeIops: 222_000,
    bytesPerSecond: null,
    survivesInstance: false,
    medium: 'FLASH',
    usdPerMonth: 78,
  },
];
