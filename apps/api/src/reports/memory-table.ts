import type { ExactStep } from '@plimsoll/trace';
import { exact } from './binary-sizes.js';
import { type Html, html, joined } from './html.js';
import { share } from './memory-geometry.js';
import { type PoolOrigin, poolOrigin } from './memory-origin.js';
import { type Pool, withParts } from './memory-pools.js';
import { percent, percentPlain } from './numbers.js';
import type { PlanView } from './plan-view.js';
import { inColumn, type Scale, unitHead } from './scales.js';

export interface MemoryTable {
  readonly part: 'taskManager' | 'jobManager';
  readonly title: string;
  readonly caption: string;
  readonly scale: Scale;
  readonly steps: readonly ExactStep[];
}

/** The pools of a process as a table: size, share of the process, what set the size, and, where it was observed, use and headroom. */
export function memoryTable(process: Pool, view: PlanView, about: MemoryTable): Html {
  const { scale, part } = about;
  const rows = withParts(process);
  const observed = rows.some(({ pool }) => pool.used !== null);
  return html`<table class="ledger pools"><caption><b>${about.title}</b><span>${about.caption}</span></caption>
<thead><tr><th scope="col">Pool, and what sets its size</th><th scope="col">${unitHead(scale)}</th><th scope="col" class="of">Share</th>${observed && html`<th scope="col">Used</th><th scope="col">Headroom</th>`}</tr></thead>
<tbody>
${rows.slice(1).map(({ pool, depth }) => row(pool, `d${depth}`))}</tbody>
<tfoot>${row(process, 'd1')}</tfoot></table>
`;

  function row(pool: Pool, depth: string): Html {
    const origin = poolOrigin(pool, part, about.steps);
    const name = html`${pool.parts.length === 0 && html`<span class="sw ${pool.kind}"></span>`}${pool.name}${said(origin)}`;
    return html`<tr class="${pool.parts.length > 0 ? 'holds' : ''}"><th scope="row" class="${depth}">${name}</th><td>${amount(pool, origin)}</td><td class="of">${percent(share(pool.bytes, process.bytes))}</td>${observed && usage(pool)}</tr>
`;
  }

  function amount({ bytes }: Pool, { step }: PoolOrigin): Html {
    const text = inColumn(Number(bytes), scale);
    const key = step === undefined ? '' : view.memory.keyOf(part, step);
    return html`<data value="${String(bytes)}">${view.anchors.why(key, text)}</data>`;
  }

  function usage({ bytes, used }: Pool): Html {
    if (used === null) return html`<td>${NOT_OBSERVED}</td><td>${NOT_OBSERVED}</td>`;
    const free = bytes - used;
    const ratio = used === 0n ? null : percentPlain(share(free, used));
    return html`<td><data value="${String(used)}">${inColumn(Number(used), scale)}</data></td><td><data value="${String(exact(free))}">${inColumn(Number(free), scale)}</data>${ratio && html` <span class="owner">${ratio}</span>`}</td>`;
  }
}

const NOT_OBSERVED = html`<span class="vh">not observed</span><span aria-hidden="true">–</span>`;

const HOW: Readonly<Record<PoolOrigin['how'], string>> = {
  stated: '',
  default: 'default of ',
  fraction: 'by ',
  limit: 'held by ',
  rest: 'what the others leave',
  sum: '',
};

const said = ({ option, how }: PoolOrigin): Html | null =>
  option === undefined && HOW[how] === ''
    ? null
    : html`<span class="by">${HOW[how]}${option !== undefined && optionText(option)}</span>`;

/** An option, which may break after each of its dots. */
export const optionText = (option: string): Html =>
  html`<code>${joined(option.split(/(?<=\.)/), html`<wbr>`)}</code>`;
