import { evidence } from './finding.js';
import { countInWords, machinesInWords, percentInWords, rateInWords, timeInWords } from './in-words.js';
import { TIE } from './load.js';
import { type Finding, type Ledger, RESOURCES, type Resource } from './result.js';
import { operatorPointer } from './scope.js';
import { busiestMachine, fitsTarget } from './search.js';
import { BLOCK_BYTES } from './state.js';
import type { Survey } from './survey.js';

/** What fills, what does not fit, and what more machines would do. */
export function loadFindings(survey: Survey): Finding[] {
  return [
    ...overTarget(survey),
    ...assumedInCache(survey),
    ...checkpointsFill(survey),
    ...checkpointTimeout(survey),
    ...bursts(survey),
    ...moreMachines(survey),
    ...fullCheckpoints(survey),
  ];
}

const RULES: Readonly<Record<Resource, { ruleId: string; name: string; path: string }>> = {
  networkIn: { ruleId: 'network-over-target', name: 'Network in', path: '/cluster/machine/networkIn' },
  networkOut: { ruleId: 'network-over-target', name: 'Network out', path: '/cluster/machine/networkOut' },
  diskRead: {
    ruleId: 'disk-over-target',
    name: 'Disk read',
    path: '/cluster/machine/stateDisk/readBandwidth',
  },
  diskWrite: {
    ruleId: 'disk-over-target',
    name: 'Disk write',
    path: '/cluster/machine/stateDisk/writeBandwidth',
  },
  diskIops: { ruleId: 'disk-over-target', name: 'Disk operations', path: '/cluster/machine/stateDisk/iops' },
  cpu: { ruleId: 'cpu-over-target', name: 'CPU', path: '/cluster/machine/cores' },
  memory: { ruleId: 'memory-over-target', name: 'Memory', path: '/cluster/machine/memory' },
  diskSpace: { ruleId: 'disk-over-target', name: 'Disk space', path: '/cluster/machine/stateDisk/size' },
};

function overTarget({ scope, ledgers, smallest }: Survey): Finding[] {
  const target = scope.targetUtilization;
  return RESOURCES.flatMap((resource) => {
    const ledger: Ledger | undefined = ledgers.ledgers[resource];
    const utilization = ledger?.utilization ?? null;
    if (ledger === undefined || utilization === null || fitsTarget({ resource, utilization }, target.value))
      return [];
    const { ruleId, name, path } = RULES[resource];
    const remedy =
      smallest.machines === null
        ? `No number of machines up to ${smallest.searchedUpTo} brings everything to the target: larger machines are needed.`
        : `${machinesInWords(smallest.machines)} ${smallest.machines === 1 ? 'brings' : 'bring'} everything to the target.`;
    return [
      {
        ruleId,
        severity: utilization > 1 ? ('error' as const) : ('warning' as const),
        title: utilization > 1 ? `${name} is over its capacity` : `${name} is over its target`,
        message: `${name} stands at ${percentInWords(utilization)}; the target is ${percentInWords(target.value)}. ${remedy}`,
        path,
        evidence: [
          { name: 'utilization', value: utilization, unit: 'ratio', from: `${resource}.utilization` },
          evidence('target utilization', target),
        ],
        reference: 'F1.10',
      },
    ];
  });
}

function assumedInCache({ scope, states, stateLedgers }: Survey): Finding[] {
  if (scope.model !== 'full') return [];
  return states.flatMap((state) => {
    if (state.access === null || state.access.operations !== null) return [];
    const here = stateLedgers.lines.find(
      ({ flow }) => flow.kind === 'state-read' && flow.total === state.access?.read,
    );
    const logical = here?.amount.value ?? 0;
    const share = state.access.read.value === 0 ? 0 : logical / state.access.read.value;
    const amplification = scope.parameter('writeAmplification').value;
    const missed =
      state.accesses.value * share * (1 - EXAMPLE_HIT_RATIO) * BLOCK_BYTES + logical * (amplification - 1);
    return [
      {
        ruleId: 'state-access-assumed-in-cache',
        severity: 'warning' as const,
        title: 'State access assumed in cache',
        message: `${rateInWords(logical)} each way is what the job asks of its state on a machine. If one read in ten misses the cache (4 KiB blocks, write amplification ${amplification}), state read alone is ${rateInWords(missed)}. Give cacheHitRatio.`,
        path: operatorPointer(state.index, 'state'),
        evidence: [
          evidence('state accesses per second', state.accesses),
          evidence('entry bytes', state.entryBytes),
        ],
        reference: 'F1.7',
      },
    ];
  });
}

/** For the example in the finding only; no figure of a plan uses it. */
const EXAMPLE_HIT_RATIO = 0.9;

function checkpointsFill({ checkpoint }: Survey): Finding[] {
  if (checkpoint === null || checkpoint.load.bytes === 0) return [];
  const { durationMs, intervalMs } = checkpoint.load;
  if (durationMs !== null && durationMs < intervalMs) return [];
  const why =
    durationMs === null
      ? `No bandwidth is left for the upload (bound by ${checkpoint.boundBy ?? 'the network'}): no checkpoint completes.`
      : checkpoint.rate === null
        ? `The talk spreads the upload over the whole interval of ${timeInWords(intervalMs)}: the job never stops checkpointing.`
        : `An upload takes ${timeInWords(durationMs)} at the ${rateInWords(checkpoint.rate.value)} that ${checkpoint.boundBy} leaves; the interval is ${timeInWords(intervalMs)}: the job never stops checkpointing.`;
  return [
    {
      ruleId: 'checkpoints-fill-the-interval',
      severity: 'warning',
      title: 'Checkpoints fill the whole interval',
      message: `${why} Take a longer interval, incremental checkpoints, or more bandwidth.`,
      path: '/checkpointing/interval',
      evidence: [
        {
          name: 'bytes of one checkpoint on a machine',
          value: checkpoint.load.perMachineBytes,
          unit: 'bytes',
          from: 'checkpoint.bytesHere',
        },
        ...(checkpoint.rate === null ? [] : [evidence('upload rate', checkpoint.rate)]),
      ],
      reference: 'F1.10',
    },
  ];
}

function checkpointTimeout({ scope, checkpoint }: Survey): Finding[] {
  const given = scope.request.checkpointing?.timeout;
  const durationMs = checkpoint?.load.durationMs ?? null;
  const timeout = given ?? DEFAULT_TIMEOUT_MS;
  if (scope.model !== 'full' || durationMs === null || durationMs <= timeout) return [];
  return [
    {
      ruleId: 'checkpoint-exceeds-timeout',
      severity: 'error',
      title: 'Checkpoints time out',
      message: `An upload takes ${timeInWords(durationMs)}, and checkpoints expire after ${timeInWords(timeout)}: none completes.`,
      path: '/checkpointing/timeout',
      evidence: [
        { name: 'duration', value: durationMs, unit: 'ms', from: 'checkpoint.duration' },
        {
          name: 'timeout',
          value: timeout,
          unit: 'ms',
          from: given === undefined ? 'flink:execution.checkpointing.timeout' : '/checkpointing/timeout',
        },
      ],
      reference: 'F5.2',
    },
  ];
}

/** Flink's default of `execution.checkpointing.timeout`. */
const DEFAULT_TIMEOUT_MS = 600_000;

function bursts({ scope, graph, flows, operators }: Survey): Finding[] {
  return operators.flatMap((load, index): Finding[] => {
    const found: Finding[] = [];
    const { firing, burstParallelism, parallelism } = load;
    if (firing !== null && !firing.feasible) {
      const need =
        firing.minDrainMs === null
          ? 'no network out is left for it'
          : `the network out that is left lets it leave in ${timeInWords(firing.minDrainMs)} at best`;
      found.push({
        ruleId: 'window-burst-exceeds-bandwidth',
        severity: 'warning',
        title: 'A firing is more than the network takes',
        message: `Each firing of ${load.id} emits ${countInWords(firing.keys)} results, to leave within ${timeInWords(firing.drainMs)}; ${need}. While it drains, the operator processes no input.`,
        path: operatorPointer(index, 'window'),
        evidence: [
          {
            name: 'drain',
            value: firing.drainMs,
            unit: 'ms',
            from: drainFrom(graph.operators[index]?.window?.drain, index, load.id),
          },
        ],
        reference: 'F1.5',
      });
    }
    if (burstParallelism !== null && burstParallelism > parallelism) {
      found.push({
        ruleId: 'window-burst-exceeds-parallelism',
        severity: 'warning',
        title: 'A firing is more than the operator behind it takes',
        message: `${load.id} runs with parallelism ${parallelism}; while a firing drains, ${burstParallelism} subtasks are needed to stay at ${percentInWords(scope.targetUtilization.value)}. Raise the parallelism, or let the firing take longer.`,
        path: operatorPointer(index, 'parallelism'),
        evidence: [
          {
            name: 'parallelism that takes the burst',
            value: burstParallelism,
            unit: 'count',
            from: `operator.${load.id}.burstParallelism`,
          },
          ...(flows[index] === undefined ? [] : [evidence('records per second', flows[index].input.records)]),
        ],
        reference: 'F1.5',
      });
    }
    return found;
  });
}

const drainFrom = (given: number | undefined, index: number, id: string): string =>
  given === undefined ? `operator.${id}.drain` : operatorPointer(index, 'window/drain');

/** F1.10: a copy for every subtask makes the load rise with the number of machines, so what fits now may not fit with one more. */
function moreMachines({ graph, sea, machines, smallest }: Survey): Finding[] {
  const broadcasts = graph.exchanges.filter(({ edge }) => edge.shipStrategy === 'BROADCAST');
  const [first] = broadcasts;
  if (first === undefined) return [];
  const from = smallest.machines ?? machines.value;
  const next = busiestMachine(sea, from + 1);
  const now = busiestMachine(sea, from);
  const fails = smallest.machines !== null && !fitsTarget(next.binding, sea.targetUtilization);
  const rises = (next.binding?.utilization ?? 0) > (now.binding?.utilization ?? 0) + TIE;
  if (!fails && !rises) return [];
  return [
    {
      ruleId: 'broadcast-grows-with-machines',
      severity: fails ? 'warning' : 'info',
      title: 'More machines mean more load',
      message: `A BROADCAST edge sends one copy to every receiving subtask. With ${from + 1} machines ${next.binding?.resource ?? 'the load'} stands at ${percentInWords(next.binding?.utilization ?? 0)}, with ${from} at ${percentInWords(now.binding?.utilization ?? 0)}. Give the receivers a fixed parallelism, or check each larger number before taking it.`,
      path: `/workload/edges/${first.index}/shipStrategy`,
      evidence: [evidence('machines', machines)],
      reference: 'F1.10',
    },
  ];
}

function fullCheckpoints({ scope }: Survey): Finding[] {
  if (scope.request.checkpointing?.incremental !== true || scope.stateOnDisk) return [];
  return [
    {
      ruleId: 'incremental-needs-state-on-disk',
      severity: 'warning',
      title: 'hashmap writes full checkpoints',
      message:
        'Incremental checkpoints need the state backend rocksdb or forst; with hashmap every checkpoint is counted in full.',
      path: '/checkpointing/incremental',
      evidence: [],
      reference: 'F4.3',
    },
  ];
}
