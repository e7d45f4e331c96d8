import { isObject, ValueChecks } from '@plimsoll/checkpoint';
import { KNOWN_VERSIONS, type Outcome, ok, parseFlinkVersion, rejected } from '@plimsoll/units';
import type { Workload } from '../request.js';
import { edgeRates } from './edge-rates.js';
import { importedWorkload } from './imported-workload.js';
import { type Layout, layoutOf } from './layout.js';
import { measuredCheckpoints } from './measured-checkpoints.js';
import { type MeasuredFlows, measuredFlows } from './measured-flows.js';
import { type Plan, readPlan } from './read-plan.js';
import { Remarks } from './remarks.js';
import type { JobImportRequest } from './request.js';
import type { ImportObservations, JobImport } from './result.js';
import { readMetrics, type VertexMetrics } from './vertex-metrics.js';

/** A subtask that is held back so much of the time reads less than it would. */
const THROTTLED = 0.1;

/**
 * A running job as a workload: its plan gives operators and edges, what its tasks counted gives rates, selectivities and sizes.
 * @returns the workload with what is missing in it, or every reason (422) why the answers cannot be read
 */
export function importJob(request: JobImportRequest): Outcome<JobImport> {
  const checks = new ValueChecks();
  const remarks = new Remarks();
  checkRequest(request, checks);
  const plan = checks.rejections.length > 0 ? null : readPlan(request, checks, remarks);
  if (plan === null) return rejected(...checks.rejections);
  const metrics = readMetrics(plan.vertices, request.metrics, checks, remarks);
  const { checkpointing, observed, stateBytes } = measuredCheckpoints(request, checks, remarks);
  if (checks.rejections.length > 0) return rejected(...checks.rejections);
  const rates = edgeRates(plan, metrics);
  const layout = layoutOf(plan, metrics, rates, remarks);
  const flows = measuredFlows(layout, rates);
  const workload = importedWorkload(plan, layout, flows, remarks);
  remarkRates(plan, metrics, layout, workload, remarks);
  return ok({
    jobName: plan.jobName,
    workload,
    checkpointing,
    observations: {
      ...observations(plan, metrics, layout, flows, workload, stateBytes),
      checkpoints: observed,
    },
    missing: remarks.missing,
    remarks: remarks.remarks,
  });
}

function checkRequest(request: JobImportRequest, checks: ValueChecks): void {
  const { flinkVersion } = request;
  if (flinkVersion !== undefined && parseFlinkVersion(flinkVersion) === undefined) {
    checks.reject('/flinkVersion', `must be one of ${KNOWN_VERSIONS}`, flinkVersion);
  }
  for (const name of ['plan', 'job', 'checkpoints', 'metrics'] as const) {
    if (request[name] !== undefined && !isObject(request[name])) {
      checks.reject(`/${name}`, 'must be an object: give the answer as Flink’s REST API writes it');
    }
  }
}

function remarkRates(
  plan: Plan,
  metrics: readonly VertexMetrics[],
  layout: Layout,
  { operators }: Workload,
  remarks: Remarks,
): void {
  if (metrics.some(({ isSinceStart, runningMs }) => isSinceStart && runningMs !== null)) {
    remarks.say(
      'rate-since-start',
      '/metrics',
      'does not have the rates of the last minute for every vertex: the mean since its tasks started is taken',
    );
  }
  operators.forEach(({ kind, recordsPerSecond }, at) => {
    const vertex = layout.operators[at]?.vertex ?? -1;
    const held = metrics[vertex]?.backPressuredRatio ?? 0;
    if (kind !== 'source' || recordsPerSecond === undefined || held < THROTTLED) return;
    remarks.say(
      'rate-throttled',
      `/workload/operators/${at}/recordsPerSecond`,
      `was measured while vertex ${plan.vertices[vertex]?.id.slice(0, 100)} was back-pressured ${Math.round(held * 100)} % of the time: more waits to be read`,
    );
  });
}

function observations(
  plan: Plan,
  metrics: readonly VertexMetrics[],
  layout: Layout,
  flows: MeasuredFlows,
  { operators, edges }: Workload,
  stateBytes: ReadonlyMap<string, number>,
): Omit<ImportObservations, 'checkpoints'> {
  const idsOf = (vertex: number): string[] =>
    operators.flatMap(({ id }, at) => (layout.operators[at]?.vertex === vertex ? [id] : []));
  return {
    vertices: plan.vertices.map(({ id, name, parallelism, maxParallelism }, at) => {
      const measured = metrics[at];
      return {
        id,
        name,
        operators: idsOf(at),
        parallelism,
        maxParallelism,
        runningMs: measured?.runningMs ?? null,
        recordsInPerSecond: measured?.rates.recordsIn ?? null,
        recordsOutPerSecond: measured?.rates.recordsOut ?? null,
        bytesInPerSecond: measured?.rates.bytesIn ?? null,
        bytesOutPerSecond: measured?.rates.bytesOut ?? null,
        busyRatio: measured?.busyRatio ?? null,
        backPressuredRatio: measured?.backPressuredRatio ?? null,
        idleRatio: measured?.idleRatio ?? null,
        mostBusyRatio: measured?.mostBusyRatio ?? null,
        stateBytes: stateBytes.get(id) ?? null,
      };
    }),
    operators: operators.map(({ id }, at) => ({
      id,
      vertexId: plan.vertices[layout.operators[at]?.vertex ?? -1]?.id ?? '',
      recordsInPerSecond: flows.operators[at]?.in ?? null,
      recordsOutPerSecond: flows.operators[at]?.out ?? null,
    })),
    edges: edges.map(({ from, to }, at) => ({
      from,
      to,
      recordsPerSecond: flows.links[at]?.records ?? null,
      recordBytes: flows.links[at]?.recordBytes ?? null,
    })),
  };
}
