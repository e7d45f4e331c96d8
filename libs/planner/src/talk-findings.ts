import type { Figure } from '@plimsoll/trace';
import { distinctKeys } from './distinct-keys.js';
import { evidence } from './finding.js';
import { countInWords, rateInWords, sizeInWords, timeInWords } from './in-words.js';
import type { Model } from './request.js';
import type { Finding, FindingEvidence } from './result.js';
import { operatorPointer } from './scope.js';
import { snapshotEntryBytes } from './state-size.js';
import type { Survey } from './survey.js';

/** Where the talk's arithmetic and the full model part. */
export function talkFindings(survey: Survey): Finding[] {
  return [...moreKeysThanRecords(survey), ...entryOverhead(survey), ...readBack(survey)];
}

/** F1.6: naive is safe only when a window receives many records per key; below 1 % the two are one. */
const SAME_WITHIN = 0.01;

function moreKeysThanRecords({ scope, graph, flows }: Survey): Finding[] {
  return flows.flatMap((flow) => {
    const operator = graph.operators[flow.index];
    const { size, assigner } = operator?.window ?? {};
    if (operator?.keys === undefined || size === undefined || assigner === 'session') return [];
    const records = (flow.input.records.value * size) / 1000;
    const keys = scope.given('count', operator.keys, operatorPointer(flow.index, 'keys'));
    const touched = distinctKeys(operator.keys, records);
    if (operator.keys === 1 || records === 0 || touched >= operator.keys * (1 - SAME_WITHIN)) return [];
    const counted =
      scope.model === 'full'
        ? 'The plan counts these; the talk counts every key in every window.'
        : 'The talk counts every key in every window: emission and state are upper bounds. Model full counts the keys touched.';
    const hold =
      records < operator.keys
        ? `so it cannot hold ${countInWords(operator.keys)} keys`
        : `which do not reach all of ${countInWords(operator.keys)} keys`;
    return [
      {
        ruleId: 'talk-keys-exceed-window-records',
        severity: 'info' as const,
        title: 'The talk counts more keys than a window can receive',
        message: `A window of ${timeInWords(size)} receives ${countInWords(records)} records, ${hold}. Spread evenly they touch ${countInWords(touched)}. ${counted}`,
        path: operatorPointer(flow.index, 'keys'),
        evidence: [evidence('keys', keys), evidence('records per second', flow.input.records)],
        reference: 'F1.6',
      },
    ];
  });
}

function entryOverhead({ scope, graph, states, operators }: Survey): Finding[] {
  return states.flatMap((state) => {
    const operator = graph.operators[state.index];
    const parallelism = operators[state.index]?.parallelism ?? 1;
    const full =
      scope.model === 'full'
        ? state.snapshotEntryBytes
        : snapshotEntryBytes({ ...scope, model: 'full' }, state.index, parallelism);
    if (operator === undefined || full.value <= state.entryBytes.value) return [];
    const counted =
      scope.model === 'full'
        ? `so the state is ${sizeInWords(state.snapshotBytes.value)}.`
        : 'which the talk leaves out; model full counts it.';
    return [
      {
        ruleId: 'talk-omits-entry-overhead',
        severity: 'info' as const,
        title: 'A snapshot holds more than the entry itself',
        message: `An entry of ${sizeInWords(state.entryBytes.value)} takes ${sizeInWords(full.value)} in a snapshot, with what Flink and the state backend put beside it, ${counted}`,
        path: operatorPointer(state.index, 'state/entryBytes'),
        evidence: [evidence('entry bytes', state.entryBytes), ...snapshotEvidence(scope.model, full)],
        reference: 'F4.1',
      },
    ];
  });
}

/** Under the talk's arithmetic the full model's figure is no step of the plan: what it is made of stands for it. */
const snapshotEvidence = (model: Model, full: Figure<'bytes'>): FindingEvidence[] =>
  model === 'full' || full.kind !== 'derived'
    ? [evidence('snapshot bytes per entry', full)]
    : [...full.inputs];

function readBack({ scope, ledgers, checkpoint }: Survey): Finding[] {
  const overNetwork = scope.stateOnDisk && scope.diskAttachment === 'network';
  if (checkpoint === null || checkpoint.load.bytes === 0 || !overNetwork) return [];
  const uploads = ledgers.lines.filter(({ flow }) => flow.kind === 'checkpoint-upload');
  const back = ledgers.lines.filter(
    ({ flow, resource }) => flow.kind === 'checkpoint-read-back' && resource === 'networkIn',
  );
  const ratio = scope.request.checkpointing?.readBackRatio ?? 1;
  if (ratio === 0 || (scope.model === 'full' && back.length === 0)) return [];
  const rate =
    scope.model === 'full'
      ? back.reduce((sum, line) => sum + line.amount.value, 0)
      : uploads.reduce((sum, line) => sum + line.amount.value * ratio, 0);
  return [
    {
      ruleId: 'talk-omits-snapshot-read-back',
      severity: 'info',
      title: 'Snapshot read-back from network disks',
      message: `What a checkpoint uploads is first read from a disk across the network: ${rateInWords(rate)} more in. The talk leaves it out.`,
      path: '/cluster/machine/stateDisk/attachment',
      evidence: (scope.model === 'full' ? back : uploads).map((line) =>
        evidence(line.label.toLowerCase(), line.amount),
      ),
      reference: 'F1.10',
    },
  ];
}
