import { backendKey, backendNamed, backendSpelled, type CheckpointTuning } from '@plimsoll/checkpoint';
import { type ConfigChange, type FlinkConfig, readOption, sameValue } from '@plimsoll/flink-config';
import type { FlinkVersion } from '@plimsoll/units';
import type { StateBackend } from '../request.js';
import type { Finding } from '../result.js';

/** The configuration that a plan recommends, and how it differs from that of its profile. */
export interface PlanConfig {
  /** The version whose keys it has. */
  readonly flinkVersion: string;
  /** Complete. Secrets are ******. */
  readonly config: FlinkConfig;
  /** In the order in which they were made. */
  readonly changes: readonly ConfigChange[];
}

export interface ConfigAdvice {
  /** What the plan counts with. */
  readonly stateBackend: StateBackend;
  /** Null where no interval is feasible, or nothing is planned. */
  readonly tuning: Pick<CheckpointTuning, 'settings'> | null;
  /** Those of the plan, in their order: the fix of the first that touches a key is taken. */
  readonly findings: readonly Finding[];
}

/**
 * What a profile says, with the checkpoints that its plan proposes and the fixes of its findings. Null where there is neither.
 * A setting that says what is set already, in whichever spelling, changes nothing.
 */
export function planConfig(
  config: FlinkConfig | undefined,
  flinkVersion: string,
  version: FlinkVersion,
  { stateBackend, tuning, findings }: ConfigAdvice,
): PlanConfig | null {
  const draft = new Draft(config ?? {}, version);
  if (config !== undefined) draft.keepStateIn(stateBackend);
  for (const { key, value, reason } of tuning?.settings ?? []) draft.propose(key, value, reason);
  for (const finding of findings) draft.mend(finding);
  const { changes } = draft;
  if (config === undefined && changes.length === 0) return null;
  return { flinkVersion, config: draft.config, changes };
}

class Draft {
  readonly changes: ConfigChange[] = [];
  readonly #version: FlinkVersion;
  readonly #touched = new Set<string>();
  #config: FlinkConfig;

  constructor(config: FlinkConfig, version: FlinkVersion) {
    this.#config = config;
    this.#version = version;
  }

  get config(): FlinkConfig {
    return this.#config;
  }

  /** Sets the backend that the plan counts with, unless it is what Flink takes already, by whichever name. */
  keepStateIn(stateBackend: StateBackend): void {
    const key = backendKey(this.#version);
    const reading = readOption(this.#config, this.#version, key);
    const text = reading.kind === 'ok' ? reading.value.text : null;
    if ((text === null ? 'hashmap' : backendNamed(text)) === stateBackend) return;
    this.propose(key, backendSpelled(stateBackend, this.#version), 'the plan counts with this state backend');
  }

  /** Sets an option, and takes out the older key that set it so far. */
  propose(key: string, value: string, reason: string): void {
    const now = readOption(this.#config, this.#version, key);
    const then = readOption({ [key]: value }, this.#version, key);
    if (now.kind === 'ok' && then.kind === 'ok') {
      const { from, value: set } = now.value;
      if (from.kind !== 'default' && sameValue(set, then.value.value)) {
        this.#touched.add(from.key);
        return;
      }
      if (from.kind !== 'default' && from.key !== key) this.#change(from.key, null, reason);
    }
    this.#change(key, value, reason);
  }

  /** Applies a fix, unless a key of it has its value from elsewhere already. */
  mend({ fix, title }: Finding): void {
    if (fix === undefined) return;
    const rows: [key: string, to: string | null][] = [
      ...fix.unset.map((key): [string, null] => [key, null]),
      ...Object.entries(fix.set),
    ];
    if (rows.some(([key]) => this.#touched.has(key))) return;
    for (const [key, to] of rows) this.#change(key, to, title);
  }

  #change(key: string, to: string | null, reason: string): void {
    const from = this.#config[key] ?? null;
    this.#touched.add(key);
    if (from === to) return;
    this.changes.push({ key, from, to, reason });
    const { [key]: _, ...others } = this.#config;
    this.#config = to === null ? others : { ...others, [key]: to };
  }
}
