import { parsePodQuantity } from '../kubernetes/pod-quantity.js';
import type { TaskManagerMemory } from '../result.js';
import { judgeMemory } from './judge-memory.js';
import { mebibytes } from './judgement-remarks.js';
import type { TuningRequest } from './request.js';

/** Options by which a state backend leaves managed memory alone. */
const NOT_MANAGED = ['state.backend.rocksdb.memory.managed', 'state.backend.forst.memory.managed'];

/** What to know of a proposal, for people. */
export function tuningRemarks(
  request: TuningRequest,
  before: TaskManagerMemory,
  after: TaskManagerMemory,
): readonly string[] {
  return [
    ...asGiven(request),
    ...managedRemarks(request),
    ...networkRemarks(before, after),
    ...podRemarks(request, before, after),
    ...residentRemarks(request, after),
  ];
}

function asGiven({ flinkVersion, config, observed }: TuningRequest): readonly string[] {
  const judged = judgeMemory({ flinkVersion, config, observed }, false);
  return judged.kind === 'ok' ? judged.value.remarks.map((remark) => `As given: ${remark}`) : [];
}

function managedRemarks({ goal = 'give-to-managed', config, observed }: TuningRequest): readonly string[] {
  const off = NOT_MANAGED.filter((key) => config[key]?.toLowerCase() === 'false');
  const own = off.map(
    (key) =>
      `${key} is false: RocksDB does not live within managed memory, and a larger one does not serve it.`,
  );
  if (goal !== 'give-to-managed' || observed.managedUsedBytes !== 0) return own;
  return [
    ...own,
    'No managed memory is in use: without RocksDB, batch operators or Python nothing takes it. The goal shrink would free it instead.',
  ];
}

function networkRemarks(before: TaskManagerMemory, after: TaskManagerMemory): readonly string[] {
  if (after.components.networkBytes >= before.components.networkBytes) return [];
  return [
    'Buffers in use are not the buffers that a job needs to start: hold the new network memory against the exchanges of the job before a larger parallelism ("Insufficient number of network buffers").',
  ];
}

function podRemarks(
  { podLimit }: TuningRequest,
  before: TaskManagerMemory,
  after: TaskManagerMemory,
): readonly string[] {
  const saved = before.totalProcessBytes - after.totalProcessBytes;
  if (saved === 0n || podLimit === undefined) return [];
  if (saved < 0n) return [`The process is ${mebibytes(-saved)} larger, within the limit of ${podLimit}.`];
  const limit = parsePodQuantity(podLimit, '/podLimit');
  const spare = limit.kind === 'ok' ? limit.value - after.totalProcessBytes : 0n;
  return [
    spare > 0n
      ? `The process is ${mebibytes(saved)} smaller: the limit of ${podLimit} can be lowered by ${mebibytes(spare)}.`
      : `The process is ${mebibytes(saved)} smaller, as the limit of ${podLimit} wants it.`,
  ];
}

function residentRemarks(
  { observed: { residentBytes } }: TuningRequest,
  after: TaskManagerMemory,
): readonly string[] {
  if (residentBytes === undefined || BigInt(residentBytes) <= after.totalProcessBytes) return [];
  return [
    `${mebibytes(BigInt(residentBytes))} were resident, and the proposed process has ${mebibytes(after.totalProcessBytes)}: it fits as far as what was resident is memory that the pools give up, which a JVM with a smaller heap never takes. Native memory beside the pools would be killed: watch the resident size after the change.`,
  ];
}
