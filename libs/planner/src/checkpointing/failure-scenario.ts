import type { HighAvailability, RecoveryScenario, RestartStrategy } from '@plimsoll/checkpoint';
import { pointerTo } from '@plimsoll/trace';
import { flinkDurationMs } from '@plimsoll/units';
import { type FlinkConfig, flag, wholeNumber } from '../config-values.js';

/** What a plan assumes to fail, and which of its fields the configuration gave: pointers to the pointers of their keys. */
export interface PlannedScenario {
  readonly scenario: RecoveryScenario;
  readonly origins: Readonly<Record<string, string>>;
}

/** Where the scenario of a profile stands. */
const PLACE = '/failures/scenario';

/** The scenario of a profile, and from its configuration what that does not say: high availability, heartbeats, restarts. */
export function failureScenario(stated: RecoveryScenario | undefined, config: FlinkConfig): PlannedScenario {
  const reader = new ConfigReader(config);
  const read = {
    highAvailability: reader.read('highAvailability', HA_KEYS, highAvailability),
    localRecovery: reader.read('localRecovery', LOCAL_RECOVERY_KEYS, flag),
    heartbeatTimeout: reader.read('heartbeatTimeout', ['heartbeat.timeout'], flinkDurationMs),
    heartbeatInterval: reader.read('heartbeatInterval', ['heartbeat.interval'], flinkDurationMs),
    restartStrategy: restartStrategy(reader),
  };
  const own = Object.entries(stated ?? {}).filter(([, value]) => value !== undefined);
  const explicit = new Set(own.map(([field]) => field));
  return {
    scenario: { failure: 'TASK_MANAGER', ...read, ...Object.fromEntries(own) },
    origins: Object.fromEntries(
      [...reader.origins]
        .filter(([field]) => !explicit.has(field.split('/')[0] ?? field))
        .map(([field, key]) => [`${PLACE}/${field}`, pointerTo('/config', key)]),
    ),
  };
}

const HA_KEYS = ['high-availability.type', 'high-availability'];
const LOCAL_RECOVERY_KEYS = ['execution.state-recovery.from-local', 'state.backend.local-recovery'];
const STRATEGY_KEYS = ['restart-strategy.type', 'restart-strategy'];

/** Takes values out of a configuration and remembers which key gave what. */
class ConfigReader {
  /** Fields, below each other with `/`, to keys. */
  readonly origins = new Map<string, string>();
  readonly #config: FlinkConfig;

  constructor(config: FlinkConfig) {
    this.#config = config;
  }

  /** Of keys for one thing the first that is set counts; undefined where none is, or its text is no such value. */
  read<T>(field: string, keys: readonly string[], as: (text: string) => T | undefined): T | undefined {
    const key = keys.find((candidate) => Object.hasOwn(this.#config, candidate));
    const text = key === undefined ? undefined : this.#config[key];
    const value = text === undefined ? undefined : as(text.trim());
    if (key !== undefined && value !== undefined) this.origins.set(field, key);
    return value;
  }
}

function highAvailability(text: string): HighAvailability | undefined {
  const lower = text.toLowerCase();
  if (lower === 'none') return 'NONE';
  if (lower === 'zookeeper') return 'ZOOKEEPER';
  return lower === 'kubernetes' || lower.endsWith('kuberneteshaservicesfactory') ? 'KUBERNETES' : undefined;
}

const STRATEGIES: ReadonlyMap<string, RestartStrategy['type']> = new Map([
  ['none', 'NONE'],
  ['off', 'NONE'],
  ['disable', 'NONE'],
  ['fixeddelay', 'FIXED_DELAY'],
  ['fixed-delay', 'FIXED_DELAY'],
  ['failurerate', 'FAILURE_RATE'],
  ['failure-rate', 'FAILURE_RATE'],
  ['exponentialdelay', 'EXPONENTIAL_DELAY'],
  ['exponential-delay', 'EXPONENTIAL_DELAY'],
]);

const number = (text: string): number | undefined => (/^\d+(\.\d+)?$/.test(text) ? Number(text) : undefined);

function restartStrategy(reader: ConfigReader): RestartStrategy | undefined {
  const type = reader.read('restartStrategy', STRATEGY_KEYS, (text) => STRATEGIES.get(text.toLowerCase()));
  if (type === undefined) return undefined;
  const option = <T>(field: string, key: string, as: (text: string) => T | undefined) =>
    reader.read(`restartStrategy/${field}`, [`restart-strategy.${key}`], as);
  switch (type) {
    case 'NONE':
      return { type };
    case 'FIXED_DELAY':
      return {
        type,
        delay: option('delay', 'fixed-delay.delay', flinkDurationMs),
        attempts: option('attempts', 'fixed-delay.attempts', wholeNumber),
      };
    case 'FAILURE_RATE':
      return {
        type,
        delay: option('delay', 'failure-rate.delay', flinkDurationMs),
        attempts: option('attempts', 'failure-rate.max-failures-per-interval', wholeNumber),
      };
    case 'EXPONENTIAL_DELAY':
      return {
        type,
        attempts: option('attempts', 'exponential-delay.attempts-before-reset-backoff', wholeNumber),
        initialBackoff: option('initialBackoff', 'exponential-delay.initial-backoff', flinkDurationMs),
        maxBackoff: option('maxBackoff', 'exponential-delay.max-backoff', flinkDurationMs),
        backoffMultiplier: option('backoffMultiplier', 'exponential-delay.backoff-multiplier', number),
        jitterFactor: option('jitterFactor', 'exponential-delay.jitter-factor', number),
      };
  }
}
