import type { Known } from '@plimsoll/trace';
import { memorySizeForPeople } from '@plimsoll/units';
import type { JvmHeap } from './jvm-heap.js';
import type { Needs } from './needs.js';
import type { StartCondition } from './result.js';
import type { Setting } from './setting.js';

/** Whether a MiniCluster starts: its direct memory must fit under the JVM's limit, its objects into the heap, and its exchange needs buffers. */
export function startConditions(
  setting: Setting,
  heap: JvmHeap,
  needs: Needs,
  network: Known<'bytes'>,
  exchange: Known<'bytes'> | null,
): StartCondition[] {
  const limit =
    setting.gc === 'g1'
      ? 'the JVM allows as much direct memory as heap'
      : 'the JVM allows as much direct memory as heap, less one survivor space of SerialGC';
  const direct = condition(
    'directMemory',
    needs.direct.value,
    heap.directLimit.value,
    `Network memory and buffers are direct memory, and ${limit}`,
  );
  const live = condition(
    'liveHeap',
    needs.liveHeap.value,
    heap.heap.value,
    'The objects of Flink and of the job, with room to collect',
  );
  if (exchange === null) return [direct, live];
  const buffers = condition(
    'networkBuffers',
    exchange.value,
    network.value,
    'The exchange of the job needs network buffers, whatever the heap',
  );
  return [direct, live, buffers];
}

function condition(
  id: StartCondition['id'],
  neededBytes: bigint,
  givenBytes: bigint,
  why: string,
): StartCondition {
  const fits = givenBytes >= neededBytes;
  const sizes = `${memorySizeForPeople(neededBytes)} needed, ${memorySizeForPeople(givenBytes)} given`;
  const missing = fits ? '' : `, ${memorySizeForPeople(neededBytes - givenBytes)} too little`;
  return { id, fits, neededBytes, givenBytes, reason: `${why}: ${sizes}${missing}.` };
}
