import type { Cause } from '../cause.js';
import { CONSEQUENCES } from './consequences.js';
import { CONTAINER_CAUSES } from './container.js';
import { DIRECT_CAUSES } from './direct.js';
import { EXIT_CAUSES } from './exits.js';
import { HEAP_CAUSES } from './heap.js';
import { JVM_OPTION_CAUSES } from './jvm-options.js';
import { MACHINE_CAUSES } from './machine.js';
import { MANAGED_CAUSES } from './managed.js';
import { METASPACE_CAUSES } from './metaspace.js';
import { NATIVE_CAUSES } from './native.js';
import { NETWORK_CAUSES } from './network.js';
import { REFUSAL_CAUSES } from './refusal.js';
import { THREAD_CAUSES } from './threads.js';

/** Everything that is known to go wrong. */
export const CAUSES: readonly Cause[] = [
  ...REFUSAL_CAUSES,
  ...JVM_OPTION_CAUSES,
  ...HEAP_CAUSES,
  ...METASPACE_CAUSES,
  ...DIRECT_CAUSES,
  ...NETWORK_CAUSES,
  ...MANAGED_CAUSES,
  ...THREAD_CAUSES,
  ...NATIVE_CAUSES,
  ...MACHINE_CAUSES,
  ...CONTAINER_CAUSES,
  ...EXIT_CAUSES,
  ...CONSEQUENCES,
];
