import type { FlinkConfig } from '../request.js';
import type { FlinkComponent } from './diagnosis.js';

/** Words that only one of the two processes writes, or that are only written of it; the sooner in the list the surer. */
const WORDS: readonly (readonly [string, FlinkComponent])[] = [
  ['The Flink Master has to be shutdown', 'jobmanager'],
  ['The task executor has to be shutdown', 'taskmanager'],
  ['JobManager memory configuration failed', 'jobmanager'],
  ['TaskManager memory configuration failed', 'taskmanager'],
  ['JobManagerProcessUtils', 'jobmanager'],
  ['TaskExecutorProcessUtils', 'taskmanager'],
  ['JobManagerFlinkMemory', 'jobmanager'],
  ['jobmanager.memory.', 'jobmanager'],
  ['taskmanager.memory.', 'taskmanager'],
  ['TaskManagerRunner', 'taskmanager'],
  ['ClusterEntrypoint', 'jobmanager'],
  ['at org.apache.flink.runtime.taskmanager.', 'taskmanager'],
  ['at org.apache.flink.runtime.taskexecutor.', 'taskmanager'],
  ['at org.apache.flink.runtime.dispatcher.', 'jobmanager'],
];

/** Which process failed: as the text says, else as the configuration does that is of one only, else a TaskManager. */
export function componentOf(text: string, config: FlinkConfig | undefined): FlinkComponent {
  const said = WORDS.find(([word]) => text.includes(word));
  if (said !== undefined) return said[1];
  const keys = Object.keys(config ?? {});
  const ofJobManager = keys.some((key) => key.startsWith('jobmanager.'));
  const ofTaskManager = keys.some((key) => key.startsWith('taskmanager.'));
  return ofJobManager && !ofTaskManager ? 'jobmanager' : 'taskmanager';
}
