import { type Evidence, formula } from '@plimsoll/trace';
import type { FlowKind } from './flows.js';
import { received, receivedCopies, sent, sentCopies } from './load.js';
import type { Measure } from './result.js';

/** How people call the flows. */
export const LABELS: Readonly<Record<FlowKind, string>> = {
  'source-read': 'Source read',
  'shuffle-in': 'Shuffle in',
  'shuffle-out': 'Shuffle out',
  'sink-write': 'Sink write',
  'state-read': 'State read',
  'state-write': 'State write',
  'checkpoint-upload': 'Checkpoint upload',
  'checkpoint-read-back': 'Checkpoint read-back',
  compute: 'Compute',
  'state-heap': 'State on the heap',
  'state-disk': 'State on disk',
};

const lower = (kind: FlowKind): string => LABELS[kind].toLowerCase();

/** The same inside a formula. */
export const NAMES: Readonly<Record<FlowKind, string>> = {
  'source-read': lower('source-read'),
  'shuffle-in': lower('shuffle-in'),
  'shuffle-out': lower('shuffle-out'),
  'sink-write': lower('sink-write'),
  'state-read': lower('state-read'),
  'state-write': lower('state-write'),
  'checkpoint-upload': lower('checkpoint-upload'),
  'checkpoint-read-back': lower('checkpoint-read-back'),
  compute: lower('compute'),
  'state-heap': lower('state-heap'),
  'state-disk': lower('state-disk'),
};

/** What one machine carries of a flow: its share of the work, or F1.2 for an exchange. */
type MachineFormula = ReturnType<typeof onMachine>;

const onMachine = (kind: FlowKind, measure: Measure, reference: string, evidence: Evidence) =>
  formula<Measure, { wholeJob: Measure; machineShare: 'ratio' }>({
    reference,
    label: LABELS[kind],
    unit: measure,
    inputs: { wholeJob: measure, machineShare: 'ratio' },
    text: 'wholeJob × machineShare',
    evidence,
    compute: ({ wholeJob, machineShare }) => wholeJob * machineShare,
  });

export const WORK: Readonly<Partial<Record<FlowKind, MachineFormula>>> = {
  'source-read': onMachine('source-read', 'bytesPerSecond', 'F1.3', 'stated'),
  'sink-write': onMachine('sink-write', 'bytesPerSecond', 'F1.3', 'stated'),
  'state-read': onMachine('state-read', 'bytesPerSecond', 'F1.7', 'derived'),
  'state-write': onMachine('state-write', 'bytesPerSecond', 'F1.7', 'derived'),
  'checkpoint-upload': onMachine('checkpoint-upload', 'bytesPerSecond', 'F1.3', 'stated'),
  'checkpoint-read-back': onMachine('checkpoint-read-back', 'bytesPerSecond', 'F1.10', 'derived'),
  compute: onMachine('compute', 'cores', 'F2.1', 'derived'),
  'state-heap': onMachine('state-heap', 'bytes', 'F4.1', 'derived'),
  'state-disk': onMachine('state-disk', 'bytes', 'F4.7', 'derived'),
};
export const READ_OPERATIONS = onMachine('state-read', 'operationsPerSecond', 'F1.7', 'derived');

export const RECEIVED = formula<
  Measure,
  { edgeBytes: Measure; receiverShare: 'ratio'; senderShare: 'ratio' }
>({
  reference: 'F1.2',
  label: LABELS['shuffle-in'],
  unit: 'bytesPerSecond',
  inputs: { edgeBytes: 'bytesPerSecond', receiverShare: 'ratio', senderShare: 'ratio' },
  text: 'edgeBytes × receiverShare × (1 − senderShare)',
  evidence: 'stated',
  compute: ({ edgeBytes, receiverShare, senderShare }) => received(edgeBytes, senderShare, receiverShare),
});

export const SENT = formula<Measure, { edgeBytes: Measure; senderShare: 'ratio'; receiverShare: 'ratio' }>({
  reference: 'F1.2',
  label: LABELS['shuffle-out'],
  unit: 'bytesPerSecond',
  inputs: { edgeBytes: 'bytesPerSecond', senderShare: 'ratio', receiverShare: 'ratio' },
  text: 'edgeBytes × senderShare × (1 − receiverShare)',
  evidence: 'stated',
  compute: ({ edgeBytes, senderShare, receiverShare }) => sent(edgeBytes, senderShare, receiverShare),
});

export const RECEIVED_COPIES = formula<
  Measure,
  { edgeBytes: Measure; receiversHere: 'count'; senderShare: 'ratio' }
>({
  reference: 'F1.2',
  label: LABELS['shuffle-in'],
  unit: 'bytesPerSecond',
  inputs: { edgeBytes: 'bytesPerSecond', receiversHere: 'count', senderShare: 'ratio' },
  text: 'edgeBytes × receiversHere × (1 − senderShare)',
  compute: ({ edgeBytes, receiversHere, senderShare }) =>
    receivedCopies(edgeBytes, senderShare, receiversHere),
});

export const SENT_COPIES = formula<
  Measure,
  { edgeBytes: Measure; senderShare: 'ratio'; receivers: 'count'; receiversHere: 'count' }
>({
  reference: 'F1.2',
  label: LABELS['shuffle-out'],
  unit: 'bytesPerSecond',
  inputs: { edgeBytes: 'bytesPerSecond', senderShare: 'ratio', receivers: 'count', receiversHere: 'count' },
  text: 'edgeBytes × senderShare × (receivers − receiversHere)',
  compute: ({ edgeBytes, senderShare, receivers, receiversHere }) =>
    sentCopies(edgeBytes, senderShare, receivers, receiversHere),
});

export const UTILIZATION = formula<'ratio', { load: Measure; capacity: Measure }>({
  reference: 'F1.10',
  label: 'Utilization',
  unit: 'ratio',
  inputs: { load: 'bytesPerSecond', capacity: 'bytesPerSecond' },
  text: 'load ÷ capacity',
  compute: ({ load, capacity }) => load / capacity,
});

export const LEDGER_FORMULAS = [
  ...Object.values(WORK),
  READ_OPERATIONS,
  RECEIVED,
  SENT,
  RECEIVED_COPIES,
  SENT_COPIES,
  UTILIZATION,
];
