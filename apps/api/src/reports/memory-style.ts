/** The part of the page’s style that its memory section adds. */
export const MEMORY_STYLE = `
/* Memory: nested bars, and what was used of them */
.memory { gap: var(--s6) 56px; }
.memory-head, .memory-facts, .over { grid-column: 1 / -1; }
.two > .over { margin-bottom: calc(-1 * var(--s5)); }
.memory-facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(300px, 100%), 1fr)); gap: var(--s6) 40px; align-items: start; margin-top: var(--s4); }
.memory-facts > div { max-width: 520px; }
.m-frame { fill: var(--raised); stroke: var(--edge); }
.m-strip { font-size: 12px; font-weight: 500; text-anchor: middle; }
.m-name { font-size: 12px; }
.m-note { font-size: 12px; fill: var(--ink-2); }
.m-below { text-anchor: start; }
.m-used { fill: var(--ink); }
.m-track { stroke: var(--edge); stroke-width: 1; fill: none; }
.sw.other { background: var(--well); border-color: var(--edge); }
.pools th.d2 { padding-left: 20px; }
.pools th.d3 { padding-left: 40px; }
.pools th.d4 { padding-left: 60px; }
.pools .holds th, .pools .holds td { font-weight: 500; }
.pools tfoot th, .pools tfoot td { font-weight: 600; }
.by { display: block; color: var(--ink-2); font-size: 12px; line-height: 17px; font-weight: 400; overflow-wrap: anywhere; }
.pools tbody tr:not(.holds) .by { padding-left: 20px; }
.pools th, .pools td { padding-top: 5px; padding-bottom: 5px; }
.pools td .owner { display: block; font-size: 12px; line-height: 17px; font-weight: 400; }
.table-note { margin-top: var(--s2); color: var(--ink-2); max-width: 68ch; overflow-wrap: anywhere; }
.paste { margin-top: var(--s1); padding: var(--s2) var(--s3); background: var(--well); overflow-wrap: anywhere; font-size: 13px; line-height: 20px; }
/* One argument breaks only where it is longer than the line. */
.paste span { display: inline-block; max-width: 100%; }
.pods tbody th { white-space: nowrap; }
.logged { margin-top: var(--s4); }
.logged h4 { margin: 0; font-size: 14px; line-height: 28px; font-weight: 600; }
.logged li { overflow-wrap: anywhere; line-height: 20px; }
.refusal { margin-top: var(--s4); max-width: 880px; }
.refusal dl { display: grid; grid-template-columns: 150px minmax(0, 1fr); gap: var(--s2) var(--s4); margin-top: var(--s3); }
.refusal dt { color: var(--ink-2); font-size: 13px; line-height: 21px; }
.refusal dd { overflow-wrap: anywhere; }
.refusal .paste { margin-top: 0; font-weight: 600; }
@media (max-width: 1040px) {
  .memory-facts { grid-template-columns: minmax(0, 1fr); }
  .two > .over { margin-bottom: calc(-1 * var(--s5)); }
}
@media (max-width: 640px) {
  .pools .of { display: none; }
  .pools tbody th { text-indent: 0; padding-left: 0; }
  .pools th.d2 { padding-left: 8px; }
  .pools th.d3 { padding-left: 16px; }
  .pools th.d4 { padding-left: 24px; }
  .pools tbody tr:not(.holds) .by { padding-left: 0; }
  .refusal dl { grid-template-columns: minmax(0, 1fr); gap: 0; }
  .refusal dd { margin-bottom: var(--s2); }
}
@media print {
  .memory { gap: var(--s4) var(--s5); }
  .by, .pools td .owner { font-size: 8pt; line-height: 1.25; }
  .memory-facts { gap: var(--s4) var(--s5); margin-top: 0; }
  .table-note, .paste, .logged li { font-size: 8.5pt; line-height: 1.35; }
  .memory > div, .memory-facts > div { break-inside: avoid; }
}
@media print and (min-width: 600px) {
  .memory-facts { grid-template-columns: repeat(2, minmax(0, 1fr)); }
}
`;
