import type { FlinkConfig } from '@plimsoll/flink-config';
import {
  type Deployment,
  type JobManagerMemory,
  jobManagerMemory,
  type MemoryAnswer,
  type TaskManagerMemory,
  taskManagerMemory,
} from '@plimsoll/memory';
import type { ExactStep } from '@plimsoll/trace';
import type { ConfigReader } from './config-reader.js';
import type { Fix } from './finding.js';
import { fixed } from './fixes.js';

/** The options that sizes of processes are read from; a few of many, so that trying a change costs little. */
const READ = ['taskmanager.', 'jobmanager.', 'external-resource'];

type Component = 'taskManager' | 'jobManager';

/**
 * What Flink makes of a configuration's memory, with what the deployment sets over it: each process is asked for once, when a rule
 * first looks.
 */
export class ProcessMemory {
  readonly #config: ConfigReader;
  readonly #deployment: Deployment;
  readonly #injected: FlinkConfig;
  #read: FlinkConfig | undefined;
  #taskManager: MemoryAnswer<TaskManagerMemory> | undefined;
  #jobManager: MemoryAnswer<JobManagerMemory> | undefined;

  constructor(config: ConfigReader, deployment: Deployment, injected: FlinkConfig = {}) {
    this.#config = config;
    this.#deployment = deployment;
    this.#injected = injected;
  }

  get taskManager(): MemoryAnswer<TaskManagerMemory> {
    this.#taskManager ??= taskManagerMemory(this.#asked(this.config), false);
    return this.#taskManager;
  }

  get jobManager(): MemoryAnswer<JobManagerMemory> {
    this.#jobManager ??= jobManagerMemory(this.#asked(this.config), false);
    return this.#jobManager;
  }

  /** What the processes get of the configuration that their memory depends on: the file's, and over it the deployment's. */
  get config(): FlinkConfig {
    this.#read ??= Object.fromEntries(
      [...Object.entries(this.#config.entries), ...Object.entries(this.#injected)].filter(([key]) =>
        READ.some((prefix) => key.startsWith(prefix)),
      ),
    );
    return this.#read;
  }

  /** How Flink comes to a figure: the step of that name; undefined where it takes none, or would not start. */
  step(component: Component, key: string): ExactStep | undefined {
    const model = component === 'taskManager' ? taskManagerMemory : jobManagerMemory;
    const answer = model(this.#asked(this.config));
    return answer.kind === 'ok' ? answer.value.steps.find((step) => step.key === key) : undefined;
  }

  /** Null where Flink would not start it, or of this version it is not known. */
  of(component: 'taskManager'): TaskManagerMemory | null;
  of(component: Component): TaskManagerMemory | JobManagerMemory | null;
  of(component: Component): TaskManagerMemory | JobManagerMemory | null {
    const answer = component === 'taskManager' ? this.taskManager : this.jobManager;
    return answer.kind === 'ok' ? answer.value : null;
  }

  /** The same once a fix is made. */
  after(component: 'taskManager', fix: Fix): TaskManagerMemory | null;
  after(component: Component, fix: Fix): TaskManagerMemory | JobManagerMemory | null;
  after(component: Component, fix: Fix): TaskManagerMemory | JobManagerMemory | null {
    const model = component === 'taskManager' ? taskManagerMemory : jobManagerMemory;
    const answer = model(this.#asked({ ...fixed(this.config, fix), ...this.#injected }), false);
    return answer.kind === 'ok' ? answer.value : null;
  }

  #asked(config: FlinkConfig) {
    return { flinkVersion: this.#config.flinkVersion, config, deployment: this.#deployment };
  }
}
