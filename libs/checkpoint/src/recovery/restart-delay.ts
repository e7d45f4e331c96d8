import { derive, type Figure, formula, given } from '@plimsoll/trace';
import { isFrom } from '@plimsoll/units';
import type { RecoveryRequest, RecoveryScenario, RestartStrategy } from './request.js';
import { givenOr, givenOrFlink, versionOf } from './scope.js';

/** What a restart strategy makes of one more failure: how long it waits, or that it gives up. */
export type RestartDelay =
  | { readonly kind: 'restarts'; readonly delay: Figure<'ms'> }
  | { readonly kind: 'givesUp'; readonly why: string };

/** The bound comes first, so that a long row of failures stays a finite time. */
const BACKOFF = formula({
  reference: 'F3.2',
  label: 'Backoff of the restart strategy',
  unit: 'ms',
  inputs: { initialBackoff: 'ms', backoffMultiplier: 'ratio', restartsBefore: 'count', maxBackoff: 'ms' },
  text: 'min(⌊initialBackoff × backoffMultiplier ^ restartsBefore⌋, maxBackoff)',
  evidence: 'verified',
  compute: ({ initialBackoff, backoffMultiplier, restartsBefore, maxBackoff }) =>
    Math.min(Math.floor(initialBackoff * backoffMultiplier ** restartsBefore), maxBackoff),
});

const LONGEST_DELAY = formula({
  reference: 'F3.2',
  label: 'Restart delay at most, with its random part',
  unit: 'ms',
  inputs: { initialBackoff: 'ms', backoff: 'ms', jitterFactor: 'ratio', maxBackoff: 'ms' },
  text: 'max(initialBackoff, min(backoff + ⌊backoff × jitterFactor⌋, maxBackoff))',
  evidence: 'verified',
  compute: ({ initialBackoff, backoff, jitterFactor, maxBackoff }) =>
    Math.max(initialBackoff, Math.min(backoff + Math.floor(backoff * jitterFactor), maxBackoff)),
});

const POINTER = '/scenario/restartStrategy';

export function restartDelay(request: RecoveryRequest, scenario: RecoveryScenario): RestartDelay {
  const strategy = scenario.restartStrategy;
  if (strategy === undefined) return defaultDelay(request, scenario);
  const before = scenario.restartsBefore ?? 0;
  if (strategy.type === 'NONE') return { kind: 'givesUp', why: 'the restart strategy is NONE' };
  if (strategy.type === 'EXPONENTIAL_DELAY') {
    return isFrom(versionOf(request), 1, 19) && before >= (strategy.attempts ?? Number.POSITIVE_INFINITY)
      ? { kind: 'givesUp', why: `${before} restarts came before, ${strategy.attempts} are allowed` }
      : { kind: 'restarts', delay: exponentialDelay(request, scenario, strategy) };
  }
  const attempts = strategy.attempts ?? 1;
  const allowed = strategy.type === 'FIXED_DELAY' ? 'attempts' : 'max-failures-per-interval';
  if (before >= attempts) {
    return {
      kind: 'givesUp',
      why: `${before} restarts came before, ${allowed} is ${attempts}${strategy.attempts === undefined ? ', Flink’s default' : ''}`,
    };
  }
  const option = `restart-strategy.${strategy.type === 'FIXED_DELAY' ? 'fixed-delay' : 'failure-rate'}.delay`;
  return { kind: 'restarts', delay: givenOrFlink('ms', strategy.delay, `${POINTER}/delay`, option, 1000) };
}

/** Without a strategy, and with checkpoints: exponential from 1.19 on, a fixed delay without end before. */
function defaultDelay(request: RecoveryRequest, scenario: RecoveryScenario): RestartDelay {
  const delay = isFrom(versionOf(request), 1, 19)
    ? exponentialDelay(request, scenario, { type: 'EXPONENTIAL_DELAY' })
    : givenOrFlink('ms', undefined, '', 'restart-strategy.fixed-delay.delay', 1000);
  return { kind: 'restarts', delay };
}

function exponentialDelay(
  request: RecoveryRequest,
  scenario: RecoveryScenario,
  strategy: RestartStrategy,
): Figure<'ms'> {
  const changed = isFrom(versionOf(request), 1, 19);
  const option = (name: string): string => `restart-strategy.exponential-delay.${name}`;
  const initialBackoff = givenOrFlink(
    'ms',
    strategy.initialBackoff,
    `${POINTER}/initialBackoff`,
    option('initial-backoff'),
    1000,
  );
  const maxBackoff = givenOrFlink(
    'ms',
    strategy.maxBackoff,
    `${POINTER}/maxBackoff`,
    option('max-backoff'),
    changed ? 60_000 : 300_000,
  );
  const backoff = derive('restart.backoff', BACKOFF, {
    initialBackoff,
    backoffMultiplier: givenOrFlink(
      'ratio',
      strategy.backoffMultiplier,
      `${POINTER}/backoffMultiplier`,
      option('backoff-multiplier'),
      changed ? 1.5 : 2,
    ),
    restartsBefore: givenOr(
      'count',
      scenario.restartsBefore,
      '/scenario/restartsBefore',
      given('count', 0, '/scenario/restartsBefore'),
    ),
    maxBackoff,
  });
  const jitterFactor = givenOrFlink(
    'ratio',
    strategy.jitterFactor,
    `${POINTER}/jitterFactor`,
    option('jitter-factor'),
    0.1,
  );
  return derive('restart.delay', LONGEST_DELAY, { initialBackoff, backoff, jitterFactor, maxBackoff });
}

export const RESTART_DELAY_FORMULAS = [BACKOFF, LONGEST_DELAY];
