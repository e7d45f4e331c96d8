import { type Html, html } from './html.js';

/** A formula's number as a link to what the service says of it, with its name where one is known. */
export function referenceLink(reference: string, name = REFERENCE_NAMES[reference]): Html {
  const link = html`<a href="/v1/reference/formulas/${encodeURIComponent(reference)}">${reference}</a>`;
  return name === undefined ? link : html`${link} ${name}`;
}

/** What each number of the formula table is about. */
const REFERENCE_NAMES: Readonly<Record<string, string>> = {
  'F1.1': 'rates along the dataflow',
  'F1.2': 'exchange traffic',
  'F1.3': 'the talk’s arithmetic',
  'F1.4': 'windows per record',
  'F1.5': 'emission',
  'F1.6': 'distinct keys touched',
  'F1.7': 'state access',
  'F1.8': 'session windows',
  'F1.9': 'joins',
  'F1.10': 'whole-machine balance',
  'F2.1': 'cores, parallelism, slots',
  'F2.2': 'the autoscaler’s aim',
  'F2.3': 'key groups',
  'F3.2': 'recovery',
  'F4.1': 'state size',
  'F4.3': 'incremental checkpoints',
  'F4.7': 'amplification of the state backend',
  'F4.8': 'cache hit ratio',
  'F4.10': 'restore time',
  'F5.1': 'classical optima of the interval',
  'F5.2': 'interval and min pause',
  'F5.3': 'duration of a checkpoint',
  'F5.4': 'intervals that meet every objective',
  'F5.5': 'cost of checkpoints to a stream',
  'F6.1': 'age of a Kafka transaction',
  'F6.2': 'transactional ids alive',
  'F9.1': 'disk and state backend',
  'F10.2': 'metaspace',
  'F10.3': 'windows kept past their end',
};
