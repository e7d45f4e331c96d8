import { evidence } from './finding.js';
import { machinesInWords } from './in-words.js';
import { MAX_PARALLELISM } from './judge.js';
import { POINTWISE, staysLocal } from './load.js';
import { LIMITS } from './request.js';
import type { Finding } from './result.js';
import { operatorPointer } from './scope.js';
import type { Survey } from './survey.js';

/** What the plan could not take as it was given: slots that are missing, exchanges and loads that are not known exactly. */
export function placementFindings(survey: Survey): Finding[] {
  return [
    ...missingSlots(survey),
    ...tooParallel(survey),
    ...partlyKnown(survey),
    ...straddling(survey),
    ...cutShort(survey),
  ];
}

function missingSlots({ scope, operators, machines }: Survey): Finding[] {
  const slots = machines.value * scope.slotsPerMachine;
  const largest = operators.reduce((most, load) => (load.parallelism > most.parallelism ? load : most));
  if (largest.parallelism <= slots) return crowded({ scope });
  const perTaskManager = Math.ceil(
    largest.parallelism / (machines.value * scope.taskManagersPerMachine.value),
  );
  const enough = machinesInWords(Math.ceil(largest.parallelism / scope.slotsPerMachine));
  return [
    {
      ruleId: 'parallelism-exceeds-slots',
      severity: 'error',
      title: 'The job needs more slots than the cluster has',
      message: `${largest.id} runs with parallelism ${largest.parallelism}; the slots of ${machinesInWords(machines.value)} are ${slots}: Flink would not start the job. ${perTaskManager} slots per TaskManager hold it, or ${enough} with the slots that they have now.`,
      path: '/cluster/slotsPerTaskManager',
      evidence: [
        evidence('machines', machines),
        evidence('slots per TaskManager', scope.slotsPerTaskManager),
      ],
      fix: { set: { 'taskmanager.numberOfTaskSlots': String(perTaskManager) }, unset: [] },
      reference: 'F2.1',
    },
  ];
}

/** A placement that puts more subtasks of one operator on a machine than it has slots. */
function crowded({ scope }: Pick<Survey, 'scope'>): Finding[] {
  return (scope.request.cluster.placement ?? []).flatMap(({ operator, subtasks }, index) => {
    const machine = subtasks.findIndex((count) => count > scope.slotsPerMachine);
    if (machine < 0) return [];
    return [
      {
        ruleId: 'placement-exceeds-slots',
        severity: 'error' as const,
        title: 'A machine holds more subtasks than it has slots',
        message: `${operator} has ${subtasks[machine] ?? 0} subtasks on machine ${machine + 1}, which has ${scope.slotsPerMachine} slots: Flink would place them elsewhere.`,
        path: `/cluster/placement/${index}/subtasks/${machine}`,
        evidence: [evidence('slots per TaskManager', scope.slotsPerTaskManager)],
        reference: 'F2.1',
      },
    ];
  });
}

function tooParallel({ operators, machines }: Survey): Finding[] {
  const largest = operators.reduce((most, load) => (load.parallelism > most.parallelism ? load : most));
  if (largest.parallelism <= MAX_PARALLELISM) return [];
  return [
    {
      ruleId: 'parallelism-above-maximum',
      severity: 'error',
      title: 'Flink cannot run that many subtasks',
      message: `All slots together make a parallelism of ${largest.parallelism}; Flink’s key groups end at ${MAX_PARALLELISM}. Give the operators a parallelism.`,
      path: '/cluster/machines',
      evidence: [evidence('machines', machines)],
      reference: 'F2.3',
    },
  ];
}

function partlyKnown({ graph }: Survey): Finding[] {
  const costs = graph.operators.map((operator) => operator.cpuMicrosPerRecord);
  const missing = costs.indexOf(undefined);
  if (missing < 0 || costs.every((cost) => cost === undefined)) return [];
  const unknown = graph.operators.filter((_, index) => costs[index] === undefined).map(({ id }) => id);
  return [
    {
      ruleId: 'cpu-partly-known',
      severity: 'info',
      title: 'The CPU of some operators is not known',
      message: `The CPU ledger leaves out ${unknown.slice(0, 5).join(', ')}${unknown.length > 5 ? ` and ${unknown.length - 5} more` : ''}: it is a lower bound. Give cpuMicrosPerRecord.`,
      path: operatorPointer(missing, 'cpuMicrosPerRecord'),
      evidence: [],
      reference: 'F2.1',
    },
  ];
}

/** F1.2: where RESCALE groups or FORWARD pairs lie across machines, the exchange is counted as HASH. */
function straddling({ ledgers, placement }: Survey): Finding[] {
  const seen = new Set<number>();
  return ledgers.lines.flatMap(({ flow }): Finding[] => {
    if (flow.spread.kind !== 'send' || staysLocal(flow, placement)) return [];
    const { edge, index } = flow.spread.exchange;
    if (!POINTWISE.has(edge.shipStrategy) || seen.has(index)) return [];
    seen.add(index);
    return [
      {
        ruleId: 'pointwise-edge-counted-as-hash',
        severity: 'info',
        title: `A ${edge.shipStrategy} edge lies across machines`,
        message: `The subtasks of ${edge.from} and ${edge.to} are not spread alike over the machines, so their exchange is counted as if it were HASH. Equal shares on every machine would keep it local.`,
        path: `/workload/edges/${index}/shipStrategy`,
        evidence: [],
        reference: 'F1.2',
      },
    ];
  });
}

function cutShort({ smallest, machines }: Survey): Finding[] {
  if (smallest.machines !== null || smallest.searchedUpTo >= LIMITS.searchedMachines) return [];
  return [
    {
      ruleId: 'search-cut-short',
      severity: 'info',
      title: 'Not every number of machines was tried',
      message: `With this many exchanges between operators of different parallelism the search ended at ${smallest.searchedUpTo} machines; larger clusters may fit. Leave the parallelism to the number of slots, or ask for a number of machines.`,
      path: '/cluster/machines',
      evidence: [evidence('machines', machines)],
      reference: 'F1.10',
    },
  ];
}
