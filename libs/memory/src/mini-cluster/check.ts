import type { Rejection } from '@plimsoll/units';
import type { MiniClusterRequest } from './request.js';

const KIB = 2 ** 10;
const MIB = 2 ** 20;
const TIB = 2 ** 40;

/** HotSpot's own limits of -Xss on 64-bit Linux. */
const LEAST_STACK = 136 * KIB;
const MOST_STACK = 1024 * MIB;
const MOST_THREADS = 100_000;
const MOST_TASKS = 10_000;
const MOST_CORES = 1024;
const MOST_THROUGHPUT = 1e12;

type Range = { readonly least: number; readonly most: number; readonly what: string };
const SIZE: Range = { least: 1, most: TIB, what: 'a whole number of bytes from 1 B to 1 TiB' };
const STACK: Range = {
  least: LEAST_STACK,
  most: MOST_STACK,
  what: 'a whole number of bytes from 136 KiB to 1 GiB, which the JVM takes for -Xss',
};
const count = (least: number, most: number): Range => ({
  least,
  most,
  what: `a whole number from ${least} to ${most}`,
});

/** Values that are no sizes, counts or rates, each with what would do; a heap that is merely too small is none of them. */
export function requestFaults(request: MiniClusterRequest): Rejection[] {
  const { heap, job, stackSize, networkMemory, throughput, cores, threads } = request;
  return [
    ...fault('/heap', 'heap', heap, SIZE),
    ...fault('/stackSize', 'stackSize', stackSize, STACK),
    ...fault('/networkMemory', 'networkMemory', networkMemory, SIZE),
    ...fault('/cores', 'cores', cores, count(1, MOST_CORES)),
    ...fault('/threads', 'threads', threads, count(1, MOST_THREADS)),
    ...throughputFault(throughput),
    ...fault('/job/tasks', 'tasks', job?.tasks, count(job?.kind === 'none' ? 0 : 1, MOST_TASKS)),
    ...fault('/job/kafkaConsumers', 'kafkaConsumers', job?.kafkaConsumers, count(0, MOST_TASKS)),
    ...fault('/job/kafkaProducers', 'kafkaProducers', job?.kafkaProducers, count(0, MOST_TASKS)),
    ...idleFaults(request),
  ];
}

function fault(pointer: string, name: string, value: number | undefined, range: Range): Rejection[] {
  if (value === undefined) return [];
  if (Number.isSafeInteger(value) && value >= range.least && value <= range.most) return [];
  return [{ pointer, message: `${name} is ${value}; give ${range.what}`, received: value }];
}

function throughputFault(throughput: number | undefined): Rejection[] {
  if (throughput === undefined || (throughput >= 0 && throughput <= MOST_THROUGHPUT)) return [];
  const message = `throughput is ${throughput} B/s; give a rate from 0 to 1 TB/s`;
  return [{ pointer: '/throughput', message, received: throughput }];
}

/** Tasks and Kafka clients of a cluster that runs no job. */
function idleFaults({ job }: MiniClusterRequest): Rejection[] {
  if (job === undefined || job.kind !== 'none') return [];
  return (['tasks', 'kafkaConsumers', 'kafkaProducers'] as const).flatMap((name) => {
    const value = job[name];
    if (!Number.isSafeInteger(value) || value === undefined || value <= 0 || value > MOST_TASKS) return [];
    const message = `${name} is ${value}, but the job is "none"; leave it out or give another kind`;
    return [{ pointer: `/job/${name}`, message, received: value }];
  });
}
