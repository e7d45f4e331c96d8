import type { PlanCheckpointing } from '@plimsoll/planner';
import { type CheckpointView, dataOf, softness } from './checkpoint-figures.js';
import { settingsOf } from './checkpoint-timeline.js';
import { figure, sentence } from './figures.js';
import { type Html, html } from './html.js';
import { optionText } from './memory-table.js';
import { plain } from './numbers.js';
import { comparedTime } from './time-scales.js';

type Kafka = NonNullable<PlanCheckpointing['kafkaTransactions']>;
type KafkaPromise = Kafka['promises'][number];

const PROMISES: Readonly<Record<KafkaPromise['promise'], { readonly name: string; readonly step: string }>> =
  {
    PRODUCER_STARTS: { name: 'The producer starts', step: 'kafka.rejectedAtStartUp' },
    NO_DATA_LOSS: { name: 'No data is lost', step: 'kafka.lossyDowntime' },
    RESTORE_POSSIBLE: { name: 'A checkpoint can be restored', step: 'kafka.restoreThrows' },
    PID_ERROR_IGNORABLE: {
      name: 'InvalidPidMappingException may be ignored',
      step: 'kafka.ambiguousFrom',
    },
  };

/** What the transactions of an exactly-once sink promise and up to where, what to change, and what that costs the brokers. */
export function checkpointKafka(view: CheckpointView): Html | null {
  const { kafkaTransactions: kafka } = view.planned;
  if (kafka === null) return null;
  return html`<h3>Exactly-once with Kafka</h3>
<p class="lead">What the transactions of the sink promise, ${settingsOf(kafka.of)}.</p>
<table class="ledger promises"><caption class="vh">Promises of the Kafka sink</caption>
<thead><tr><th scope="col">Promise</th><th scope="col">Holds</th><th scope="col">Up to</th></tr></thead>
<tbody>
${kafka.promises.map((promise) => promiseRow(promise, view))}</tbody></table>
<div class="ck-pair"><div>${changesTable(kafka)}</div><div>${costTable(kafka, view)}${kafka.remarks.map((remark) => html`<p class="table-note">${remark}</p>`)}<p class="table-note">${kafka.talkRule.text}</p></div></div>
`;
}

function promiseRow({ promise, holds, upToMs, text }: KafkaPromise, view: CheckpointView): Html {
  const { name, step } = PROMISES[promise];
  const end =
    upToMs === null ? 'nothing' : dataOf(view, ['kafkaTransactions', step], upToMs, comparedTime(upToMs));
  return html`<tr><th scope="row">${name}<span class="by">${text}</span></th><td>${holds ? 'holds' : html`<b class="fails">does not hold</b>`}</td><td>${end}</td></tr>
`;
}

function changesTable({ changes }: Kafka): Html {
  if (changes.length === 0) return html`<p class="table-note">Nothing needs to be changed.</p>`;
  return html`<table class="ledger changes"><caption><b>What to change</b><span>Values are in milliseconds, as Kafka reads them.</span></caption>
<thead><tr><th scope="col">Key, where, and why</th><th scope="col">From</th><th scope="col">To</th></tr></thead>
<tbody>
${changes.map(
  ({
    side,
    key,
    from,
    to,
    reason,
  }) => html`<tr><th scope="row">${optionText(key)} <span class="owner">on the ${side}</span><span class="by">${sentence(reason)}.</span></th><td><code>${from}</code></td><td><code>${to}</code></td></tr>
`,
)}</tbody></table>
`;
}

function costTable(kafka: Kafka, view: CheckpointView): Html {
  const { liveTransactionalIds: ids, brokerMemoryBytes: memory } = kafka;
  const data = (key: string, value: number, text: string): Html =>
    dataOf(view, ['kafkaTransactions', key], value, text);
  const bytes = (value: number): string => figure('bytes', value);
  const rows: (readonly [string, string, Html])[] = [
    [
      'Age of a transaction at its commit, at worst',
      'kafka.worstTransactionAge',
      data(
        'kafka.worstTransactionAge',
        kafka.worstTransactionAgeMs,
        comparedTime(kafka.worstTransactionAgeMs),
      ),
    ],
    [
      'Timeout that is needed, with safety',
      'kafka.requiredTimeout',
      data('kafka.requiredTimeout', kafka.requiredTimeoutMs, comparedTime(kafka.requiredTimeoutMs)),
    ],
    [
      'A lost transaction stalls consumers for',
      'kafka.consumerStall',
      data('kafka.consumerStall', kafka.consumerStallMs, comparedTime(kafka.consumerStallMs)),
    ],
    [
      'Live transactional ids',
      'kafka.liveTransactionalIds.low',
      html`${data('kafka.liveTransactionalIds.low', ids.low, plain(ids.low))} to ${data('kafka.liveTransactionalIds.high', ids.high, plain(ids.high))}`,
    ],
    [
      'Memory of the brokers for them',
      'kafka.brokerMemory.low',
      html`${data('kafka.brokerMemory.low', memory.low, bytes(memory.low))} to ${data('kafka.brokerMemory.high', memory.high, bytes(memory.high))}`,
    ],
  ];
  return html`<table class="ledger"><caption><b>What it takes</b></caption>
<thead><tr><th scope="col">Of transactions</th><th scope="col">Figure</th></tr></thead>
<tbody>
${rows.map(([name, key, cell]) => html`<tr><th scope="row">${name}${softness(view, ['kafkaTransactions', key])}</th><td>${cell}</td></tr>\n`)}</tbody></table>
`;
}
