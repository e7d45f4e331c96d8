import {
  type Deployment,
  type JobManagerMemory,
  jobManagerMemory,
  type MemoryAnswer,
  type TaskManagerMemory,
  taskManagerMemory,
} from '@plimsoll/memory';
import type { ConfigReader } from './config-reader.js';

/** What Flink makes of a configuration's memory: each process is asked for once, when a rule first looks. */
export class ProcessMemory {
  readonly #config: ConfigReader;
  readonly #deployment: Deployment;
  #taskManager: MemoryAnswer<TaskManagerMemory> | undefined;
  #jobManager: MemoryAnswer<JobManagerMemory> | undefined;

  constructor(config: ConfigReader, deployment: Deployment) {
    this.#config = config;
    this.#deployment = deployment;
  }

  get taskManager(): MemoryAnswer<TaskManagerMemory> {
    this.#taskManager ??= taskManagerMemory(this.#asked());
    return this.#taskManager;
  }

  get jobManager(): MemoryAnswer<JobManagerMemory> {
    this.#jobManager ??= jobManagerMemory(this.#asked());
    return this.#jobManager;
  }

  #asked() {
    const { flinkVersion, entries } = this.#config;
    return { flinkVersion, config: entries, deployment: this.#deployment };
  }
}
