import { FROM_ZERO, type Judge, ONE_OR_MORE, POSITIVE, SHARE } from './judge.js';
import { type CapacityRequest, type Cluster, LIMITS } from './request.js';

const MAX_PER_MACHINE = 10_000;

export function checkCluster(judge: Judge, request: CapacityRequest): void {
  const { cluster, checkpointing } = request;
  const { machine } = cluster;
  judge.within('/cluster/machines', cluster.machines, { ...ONE_OR_MORE, max: LIMITS.machines });
  judge.within('/cluster/taskManagersPerMachine', cluster.taskManagersPerMachine, {
    ...ONE_OR_MORE,
    max: MAX_PER_MACHINE,
  });
  judge.within('/cluster/slotsPerTaskManager', cluster.slotsPerTaskManager, {
    ...ONE_OR_MORE,
    max: MAX_PER_MACHINE,
  });
  judge.within('/cluster/targetUtilization', cluster.targetUtilization, { above: 0, min: 1e-6, max: 1 });
  for (const field of ['networkIn', 'networkOut', 'cores', 'memory'] as const) {
    judge.within(`/cluster/machine/${field}`, machine[field], POSITIVE);
  }
  for (const field of ['size', 'readBandwidth', 'writeBandwidth', 'iops'] as const) {
    judge.within(`/cluster/machine/stateDisk/${field}`, machine.stateDisk?.[field], POSITIVE);
  }
  checkPlacement(judge, request, cluster);
  if (checkpointing === undefined) return;
  judge.within('/checkpointing/interval', checkpointing.interval, POSITIVE);
  judge.within('/checkpointing/minPause', checkpointing.minPause, FROM_ZERO);
  judge.within('/checkpointing/timeout', checkpointing.timeout, POSITIVE);
  judge.within('/checkpointing/uploadBytesPerSecond', checkpointing.uploadBytesPerSecond, POSITIVE);
  judge.within('/checkpointing/readBackRatio', checkpointing.readBackRatio, SHARE);
}

function checkPlacement(judge: Judge, request: CapacityRequest, cluster: Cluster): void {
  if (cluster.placement === undefined) return;
  const operators = new Map(request.workload.operators.map((operator) => [operator.id, operator]));
  const placed = new Set<string>();
  cluster.placement.forEach((row, index) => {
    const at = `/cluster/placement/${index}`;
    const operator = operators.get(row.operator);
    if (operator === undefined)
      judge.reject(`${at}/operator`, 'names no operator of the workload', row.operator);
    if (placed.has(row.operator)) judge.reject(`${at}/operator`, 'is placed twice', row.operator);
    placed.add(row.operator);
    row.subtasks.forEach((count, machine) => {
      judge.within(`${at}/subtasks/${machine}`, count, { min: 0, max: MAX_PER_MACHINE, whole: true });
    });
    if (cluster.machines === undefined) {
      judge.reject('/cluster/machines', 'is needed with a placement');
    } else if (row.subtasks.length !== cluster.machines) {
      judge.reject(
        `${at}/subtasks`,
        `must have one number for each of the ${cluster.machines} machines`,
        row.subtasks.length,
      );
    }
    const total = row.subtasks.reduce((sum, count) => sum + count, 0);
    if (total === 0) judge.reject(`${at}/subtasks`, 'must place at least one subtask', 0);
    else if (operator?.parallelism !== undefined && operator.parallelism !== total) {
      judge.reject(`${at}/subtasks`, `must add up to the parallelism of ${operator.parallelism}`, total);
    }
  });
}
