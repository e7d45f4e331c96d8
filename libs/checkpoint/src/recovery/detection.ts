import { derive, type Figure, formula, parameter } from '@plimsoll/trace';
import { isFrom } from '@plimsoll/units';
import { EXCEPTION_DETECTED } from './parameters.js';
import type { RecoveryRequest, RecoveryScenario } from './request.js';
import { givenOrFlink, versionOf } from './scope.js';

/**
 * How long a failure stays unknown. A task that throws is reported at once. A lost TaskManager is missed when its heartbeats are;
 * sooner where its host still answers and refuses the calls. A lost JobManager is missed when its lease or session runs out.
 */
const CALLS_FAIL = formula({
  reference: 'F3.2',
  label: 'Until failed heartbeat calls tell of a lost TaskManager',
  unit: 'ms',
  inputs: { heartbeatInterval: 'ms', failedCalls: 'count', heartbeatTimeout: 'ms' },
  text: 'min(heartbeatInterval × failedCalls, heartbeatTimeout)',
  evidence: 'verified',
  compute: ({ heartbeatInterval, failedCalls, heartbeatTimeout }) =>
    Math.min(heartbeatInterval * failedCalls, heartbeatTimeout),
});

export function detection(request: RecoveryRequest, scenario: RecoveryScenario): Figure<'ms'> | null {
  if (scenario.failure === 'TASK') return parameter(EXCEPTION_DETECTED);
  return scenario.failure === 'TASK_MANAGER' ? lostTaskManager(request, scenario) : lostLeader(scenario);
}

function lostTaskManager(request: RecoveryRequest, scenario: RecoveryScenario): Figure<'ms'> {
  const heartbeatTimeout = givenOrFlink(
    'ms',
    scenario.heartbeatTimeout,
    '/scenario/heartbeatTimeout',
    'heartbeat.timeout',
    50_000,
  );
  if (scenario.hostReachable !== true || !isFrom(versionOf(request), 1, 14)) return heartbeatTimeout;
  return derive('downtime.detect', CALLS_FAIL, {
    heartbeatInterval: givenOrFlink(
      'ms',
      scenario.heartbeatInterval,
      '/scenario/heartbeatInterval',
      'heartbeat.interval',
      10_000,
    ),
    failedCalls: givenOrFlink('count', undefined, '', 'heartbeat.rpc-failure-threshold', 2),
    heartbeatTimeout,
  });
}

function lostLeader({ highAvailability, leaderTimeout }: RecoveryScenario): Figure<'ms'> | null {
  const pointer = '/scenario/leaderTimeout';
  if (highAvailability === 'ZOOKEEPER') {
    const option = 'high-availability.zookeeper.client.session-timeout';
    return givenOrFlink('ms', leaderTimeout, pointer, option, 60_000);
  }
  if (highAvailability === 'KUBERNETES') {
    const option = 'high-availability.kubernetes.leader-election.lease-duration';
    return givenOrFlink('ms', leaderTimeout, pointer, option, 15_000);
  }
  return null;
}

export const DETECTION_FORMULAS = [CALLS_FAIL];
