import { KEEP_IT_GOING } from '../calculators/capacity/keep-it-going.js';

const { workload, cluster, checkpointing } = KEEP_IT_GOING;

/** The profile of the talk “Keep it going”, as a caller writes it: the example in the documents. */
export const EXAMPLE = { name: 'Keep it going', flinkVersion: '1.20', workload, cluster, checkpointing };
