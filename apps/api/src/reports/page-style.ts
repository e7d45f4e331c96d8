import { CHECKPOINT_STYLE } from './checkpoint-style.js';
import { MEMORY_STYLE } from './memory-style.js';

/** The page’s style: tokens for light, dark and paper, then its parts in the order in which they stand. No font, no image, no request. */
export const PAGE_STYLE = `
:root {
  color-scheme: light dark;
  --paper: #FBFBF8;
  --raised: #FFFFFF;
  --well: #EFF1EF;
  --ink: #15222B;
  --ink-2: #4A5A65;
  --rule: #CDD4D6;
  --edge: #6E7E88;
  --link: #0B4F8A;
  --line: #B5301B;
  --kafka: #A8CBE4;
  --kafka-edge: #2E6591;
  --shuffle: #BAD3AE;
  --shuffle-edge: #4B7440;
  --state: #EFD38C;
  --state-edge: #86661A;
  --checkpoint: #DDBBD2;
  --checkpoint-edge: #8C4472;
  --heap: #C9C8E6;
  --heap-edge: #55509B;
  --sans: Inter, Roboto, "Helvetica Neue", "Segoe UI", "Nimbus Sans", Arial, sans-serif;
  --mono: ui-monospace, "Cascadia Code", "Source Code Pro", Menlo, Consolas, "DejaVu Sans Mono", monospace;
  --s1: 4px; --s2: 8px; --s3: 12px; --s4: 16px; --s5: 24px; --s6: 32px; --s7: 48px; --s8: 72px;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #10181E;
    --raised: #17222A;
    --well: #1C2830;
    --ink: #E6ECEF;
    --ink-2: #A5B3BC;
    --rule: #2E3C45;
    --edge: #73848F;
    --link: #8CC4F0;
    --line: #FF8A70;
    --kafka: #24506F;
    --kafka-edge: #7FB4DC;
    --shuffle: #385731;
    --shuffle-edge: #93BE84;
    --state: #63501A;
    --state-edge: #D9B658;
    --checkpoint: #633653;
    --checkpoint-edge: #D196BC;
    --heap: #403D73;
    --heap-edge: #A9A5E3;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 400 14px/1.5 var(--sans); font-variant-numeric: tabular-nums lining-nums; }
.page { max-width: 1184px; margin: 0 auto; padding: 0 var(--s5); }
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: 3px; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 1px; }
h1, h2, h3, p, ol, ul, dl, dd, figure, table { margin: 0; padding: 0; }
ol, ul { list-style: none; }
code, .mono { font-family: var(--mono); font-size: .9em; font-variant-ligatures: none; }
.skip { position: absolute; left: -9999px; }
.skip:focus { left: var(--s4); top: var(--s2); background: var(--paper); padding: var(--s2) var(--s3); z-index: 2; }
h2 { font-size: 20px; line-height: 28px; font-weight: 600; letter-spacing: -.01em; }
.lead { color: var(--ink-2); max-width: 68ch; margin-top: var(--s1); }
.vh { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

/* Masthead: who, what, where else */
.mast { display: flex; flex-wrap: wrap; align-items: center; gap: var(--s2) var(--s5); padding: var(--s4) 0; border-bottom: 1px solid var(--rule); }
.brand { display: inline-flex; align-items: center; gap: 10px; font-size: 16px; font-weight: 600; color: var(--ink); text-decoration: none; }
.brand svg { display: block; }
.mark { fill: none; stroke: var(--line); }
.mast .where { color: var(--ink-2); min-width: 0; overflow-wrap: anywhere; }
.mast nav { margin-left: auto; }
.mast nav ul { display: flex; gap: var(--s5); }

/* The answer */
.answer { padding: var(--s7) 0 var(--s6); }
h1 { font-size: 40px; line-height: 48px; font-weight: 600; letter-spacing: -.022em; }
h1 span { display: inline-block; }
.answer .next { font-size: 16px; line-height: 26px; margin-top: var(--s4); max-width: 74ch; }
.job { display: flex; flex-wrap: wrap; justify-content: space-between; gap: var(--s3) 20px; margin-top: var(--s5); padding-top: var(--s4); border-top: 1px solid var(--rule); }
.job div { min-width: 0; flex: 1 1 auto; }
.job dt { color: var(--ink-2); font-size: 13px; line-height: 18px; }
.job dd { font-weight: 500; line-height: 20px; overflow-wrap: anywhere; }

/* The vessel and its ledgers */
.load { display: grid; grid-template-columns: 424px minmax(0, 1fr); gap: var(--s7) 56px; padding: var(--s6) 0 var(--s7); border-top: 1px solid var(--ink); }
.vessel svg { display: block; width: 100%; height: auto; overflow: visible; }
.vessel figcaption { color: var(--ink-2); font-size: 13px; line-height: 18px; margin-top: var(--s2); }
svg text { font-family: var(--sans); font-variant-numeric: tabular-nums lining-nums; fill: var(--ink); }
.vessel.single svg { max-width: 240px; }
.bare { grid-column: 1 / -1; display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 40px 56px; align-items: start; }
.v-head { font-size: 13px; fill: var(--ink-2); }
.v-big { font-size: 34px; font-weight: 600; letter-spacing: -.02em; }
.v-lab { font-size: 13px; }
.v-val { font-size: 13px; font-weight: 600; text-anchor: end; }
.v-note { font-size: 11.5px; fill: var(--ink-2); }
.v-on { font-size: 11.5px; }
.v-draft { font-size: 11px; fill: var(--ink-2); text-anchor: middle; }
.v-line { font-size: 12.5px; font-weight: 600; fill: var(--line); }
.v-line.on { fill: var(--ink); }
.v-big.over { fill: var(--line); }
.v-big.v-mid { font-size: 20px; letter-spacing: 0; }
.v-sm { font-size: 12px; }
.v-tight { font-size: 11.5px; letter-spacing: -.01em; }
.hull { fill: none; stroke: var(--ink); stroke-width: 3; stroke-linejoin: round; }
.hold { fill: var(--raised); }
.bulk { stroke: var(--ink); stroke-width: 1.25; }
.tick { stroke: var(--edge); stroke-width: 1; }
.loadline { stroke: var(--line); stroke-width: 2.5; }
.ring { fill: var(--paper); stroke: var(--line); stroke-width: 3; }
.surface { stroke: var(--ink); stroke-width: 2.5; }
.talkline { stroke: var(--edge); stroke-width: 1.25; stroke-dasharray: 4 3; }
.dim { stroke: var(--edge); stroke-width: 1; fill: none; }
.f-kafka { fill: var(--kafka); stroke: var(--kafka-edge); }
.f-shuffle { fill: var(--shuffle); stroke: var(--shuffle-edge); }
.f-state { fill: var(--state); stroke: var(--state-edge); }
.f-checkpoint { fill: var(--checkpoint); stroke: var(--checkpoint-edge); }
.f-heap { fill: var(--heap); stroke: var(--heap-edge); }
.f-other { fill: var(--well); stroke: var(--edge); }

table { border-collapse: collapse; width: 100%; }
caption { text-align: left; padding: 0 0 var(--s2); }
caption b { font-size: 16px; line-height: 24px; font-weight: 600; }
caption span { display: block; color: var(--ink-2); font-size: 13px; line-height: 18px; }
th, td { padding: 7px 0 7px var(--s4); text-align: right; vertical-align: baseline; border-bottom: 1px solid var(--rule); line-height: 20px; }
th:first-child, td:first-child { text-align: left; padding-left: 0; }
thead th { font-weight: 500; font-size: 13px; line-height: 18px; color: var(--ink-2); border-bottom-color: var(--edge); vertical-align: bottom; padding-top: 0; }
tbody th { font-weight: 400; }
tfoot th, tfoot td { font-weight: 600; border-top: 1.5px solid var(--ink); border-bottom: 0; }
.ledger th, .ledger td { padding-top: 9px; padding-bottom: 9px; }
.ledger thead th { padding-top: 0; padding-bottom: 7px; }
.ledger + .ledger { margin-top: 40px; }
.ledger col.c-n { width: 17%; } .ledger col.c-s { width: 13%; }
.sw { display: inline-block; width: 11px; height: 11px; margin-right: 9px; border: 1.5px solid; vertical-align: -1px; }
.sw.kafka { background: var(--kafka); border-color: var(--kafka-edge); }
.sw.shuffle { background: var(--shuffle); border-color: var(--shuffle-edge); }
.sw.state { background: var(--state); border-color: var(--state-edge); }
.sw.checkpoint { background: var(--checkpoint); border-color: var(--checkpoint-edge); }
.sw.heap { background: var(--heap); border-color: var(--heap-edge); }
.owner { color: var(--ink-2); overflow-wrap: anywhere; }
.ledger tbody th { overflow-wrap: anywhere; }
.ledger td { white-space: nowrap; }
.ledger col.c-w { width: 30%; }
.talk { color: var(--ink-2); font-weight: 400; }
a.why { color: inherit; text-decoration-line: underline; text-decoration-style: dotted; text-decoration-color: var(--link); text-decoration-thickness: 1.5px; }
a.why:hover { color: var(--link); text-decoration-style: solid; }
.aside-note { margin-top: var(--s4); padding-left: var(--s4); border-left: 3px solid var(--rule); color: var(--ink-2); max-width: 68ch; }
.ledger + .aside-note { margin-top: var(--s6); }
.aside-note b { color: var(--ink); font-weight: 600; }

/* Why and findings */
.two { display: grid; grid-template-columns: minmax(0, 8fr) minmax(0, 5fr); gap: var(--s7) 56px; padding: var(--s6) 0 var(--s7); border-top: 1px solid var(--ink); }
.chain { margin-top: var(--s4); border-top: 1px solid var(--rule); }
.chain > li { border-bottom: 1px solid var(--rule); }
summary { display: grid; grid-template-columns: 14px minmax(0, 1fr) auto 92px; gap: 2px var(--s3); align-items: baseline; padding: 9px 0; cursor: pointer; list-style: none; }
summary::-webkit-details-marker { display: none; }
summary::before { content: ""; width: 7px; height: 7px; border: solid var(--link); border-width: 0 2px 2px 0; transform: rotate(-45deg) translateY(-1px); align-self: center; }
details[open] > summary::before { transform: rotate(45deg) translateX(-2px); }
summary:hover .k { text-decoration: underline; text-underline-offset: 3px; }
summary .k { font-weight: 500; overflow-wrap: anywhere; }
summary .how { grid-column: 2 / -1; grid-row: 2; color: var(--ink-2); font-size: 13px; line-height: 18px; overflow-wrap: anywhere; }
summary .v { font-weight: 600; text-align: right; white-space: nowrap; }
summary .badge { justify-self: end; }
.step { padding: var(--s1) 0 var(--s4) 26px; }
.step dl { display: grid; grid-template-columns: 76px minmax(0, 1fr); gap: 6px var(--s4); }
.step dt { color: var(--ink-2); font-size: 13px; }
.step dd { min-width: 0; overflow-wrap: break-word; }
.step .inputs li { display: grid; grid-template-columns: 9.5em 6.5em minmax(0, 1fr); gap: 0 var(--s3); }
.aside .step .inputs li { grid-template-columns: minmax(0, 1fr) auto; }
.aside .step .inputs .from { grid-column: 1 / -1; font-size: 13px; line-height: 18px; }
.aside .step dl { grid-template-columns: minmax(0, 1fr); gap: 0; }
.aside .step dd { margin-bottom: var(--s2); }
.step .inputs b { font-weight: 500; overflow-wrap: anywhere; }
.step .inputs .from { color: var(--ink-2); }
:target { background: var(--well); box-shadow: 0 0 0 6px var(--well); }
h3.sub { font-size: 14px; line-height: 28px; font-weight: 600; }
* + h3.sub { margin-top: var(--s6); }

/* Evidence: the firmer the line, the firmer the figure */
.badge { display: inline-block; font-size: 12px; line-height: 16px; padding: 1px 7px; border: 1.5px solid var(--edge); color: var(--ink); white-space: nowrap; font-weight: 500; }
.badge.verified { background: var(--ink); border-color: var(--ink); color: var(--paper); }
.badge.stated { border-style: double; border-width: 3px; padding: 0 6px; border-color: var(--ink-2); }
.badge.derived { border-style: solid; border-color: var(--ink-2); }
.badge.heuristic { border-style: dashed; border-color: var(--ink-2); }
.badge.unverified { border-style: dotted; border-width: 2px; padding: 0 6px; border-color: var(--ink-2); }
.key { margin-top: var(--s3); display: grid; grid-template-columns: 92px minmax(0, 1fr); gap: var(--s2) var(--s3); align-items: baseline; }
.key dd { color: var(--ink-2); font-size: 13px; line-height: 18px; }

.findings { margin-top: var(--s4); display: grid; grid-template-columns: repeat(auto-fit, minmax(min(300px, 100%), 1fr)); gap: var(--s4) var(--s5); }
.finding { border: 1px solid var(--edge); padding: var(--s4); display: flex; flex-direction: column; }
.finding.warning, .finding.error { border: 2px solid var(--ink); padding: 15px; }
.finding h3 { font-size: 14px; line-height: 20px; font-weight: 600; margin-top: 2px; }
.finding p { margin-top: var(--s1); overflow-wrap: anywhere; }
.sev { display: flex; align-items: center; gap: 7px; font-size: 13px; line-height: 18px; font-weight: 600; }
.sev svg { display: block; flex: none; }
.sev .s { fill: none; stroke: var(--ink); stroke-width: 1.75; stroke-linejoin: round; }
.sev .sf { fill: var(--ink); stroke: none; }
.sev .sp { fill: var(--paper); stroke: none; }
.finding .meta { color: var(--ink-2); font-size: 13px; line-height: 20px; margin-top: auto; padding-top: var(--s3); overflow-wrap: anywhere; }

/* Machine counts */
.wide { padding: var(--s6) 0 var(--s7); border-top: 1px solid var(--ink); }
.counts { margin-top: var(--s4); }
.counts td.dot, .counts th.dot { padding-top: 0; padding-bottom: 0; width: 31%; text-align: left; }
.counts td.dot { height: 36px; }
.counts td.dot, .counts th.dot { padding-left: 28px; padding-right: 12px; }
.counts td, .counts th { vertical-align: middle; }
.counts thead th { vertical-align: bottom; }
.counts .l { text-align: left; }
.counts td.dot { position: relative; }
.counts tbody svg { position: absolute; left: 28px; top: 0; width: calc(100% - 40px); height: 100%; overflow: visible; }
.counts thead svg { display: block; width: 100%; height: 38px; overflow: visible; }
.counts .pc { display: inline-block; min-width: 4.2em; color: var(--ink-2); }
.past, .counts .pc.past { color: var(--line); font-weight: 600; }
.ax.s { text-anchor: start; } .ax.e { text-anchor: end; }
.counts tr.pick th, .counts tr.pick td { background: var(--well); }
.counts tr.pick th:first-child { box-shadow: inset 4px 0 0 var(--ink); }
.counts tbody th { padding-left: var(--s3); font-weight: 600; }
.counts thead th:first-child { padding-left: var(--s3); }
.counts td:last-child, .counts th:last-child { padding-right: var(--s3); }
.ax { font-size: 12px; fill: var(--ink-2); text-anchor: middle; }
.ax.l80 { fill: var(--line); font-weight: 600; }
.g100 { stroke: var(--ink); stroke-width: 1.5; }
.g0 { stroke: var(--rule); stroke-width: 1; }
.g80 { stroke: var(--line); stroke-width: 2; }
.span { stroke: var(--edge); stroke-width: 1.5; }
.d-in { fill: var(--ink); }
.d-out { fill: var(--paper); stroke: var(--ink); stroke-width: 1.75; }
.pick .d-out { fill: var(--well); }
.keyline { margin-top: var(--s2); color: var(--ink-2); font-size: 13px; line-height: 18px; }
.keyline svg { display: inline-block; width: 12px; height: 12px; vertical-align: -1.5px; margin-right: 4px; }

/* One minute */
.minute { margin-top: var(--s4); }
.lane { display: grid; grid-template-columns: 312px minmax(0, 1fr); gap: 0 var(--s5); align-items: center; }
.lane .what { padding: 9px 0; min-width: 0; overflow-wrap: anywhere; }
.lane .what b { font-weight: 600; }
.lane .what span { display: block; color: var(--ink-2); font-size: 13px; line-height: 18px; }
.lane svg { display: block; width: 100%; height: 58px; overflow: visible; }
.lane + .lane { border-top: 1px solid var(--rule); }
.lane.axis { border-top: 1px solid var(--edge); }
.lane.axis svg { height: 26px; }
.lane text { font-size: 12.5px; font-weight: 600; }
.lane .ax { font-weight: 400; font-size: 12px; }
.lane .over-strip { font-size: 11.5px; }
.talkbar { fill: none; stroke: var(--edge); stroke-width: 1.5; stroke-dasharray: 4 3; }

footer { border-top: 1px solid var(--ink); padding: var(--s5) 0 var(--s7); color: var(--ink-2); font-size: 13px; line-height: 20px; display: flex; flex-wrap: wrap; gap: var(--s3) var(--s6); }
footer dl { display: flex; flex-wrap: wrap; gap: var(--s2) var(--s6); }
footer dd { color: var(--ink); }
footer nav { margin-left: auto; }
footer nav ul { display: flex; flex-wrap: wrap; gap: var(--s2) var(--s5); }

@media (max-width: 1040px) {
  .load, .two, .bare { grid-template-columns: minmax(0, 1fr); }
  .vessel { max-width: 424px; width: 100%; margin: 0 auto; }
  .lane { grid-template-columns: minmax(0, 1fr); }
  .lane svg { height: 34px; margin-bottom: var(--s3); }
  .lane.axis svg { margin: 0; }
  .lane .what { padding: 9px 0 2px; }
  .lane.axis .what { display: none; }
}
@media (max-width: 640px) {
  .page { padding: 0 var(--s3); }
  .mast { padding: var(--s3) 0; }
  .mast nav { margin-left: 0; width: 100%; }
  .answer { padding: var(--s6) 0 var(--s5); }
  h1 { font-size: 28px; line-height: 34px; }
  .job { display: grid; grid-template-columns: 1fr 1fr; gap: var(--s3) var(--s4); }
  .load, .two, .wide { padding: var(--s5) 0 var(--s6); }
  th, td { padding-left: var(--s2); }
  .ledger { font-size: 13px; }
  .sw { margin-right: 6px; }
  .ledger tbody th { padding-left: 17px; text-indent: -17px; }
  .ledger col.c-n, .ledger col.c-s { width: auto; }
  thead th { font-size: 12px; }
  summary { grid-template-columns: 12px minmax(0, 1fr) auto; gap: 2px var(--s2); }
  summary .how { grid-column: 2 / -1; grid-row: 2; }
  summary .badge { grid-column: 2; grid-row: 3; justify-self: start; margin-top: 3px; }
  .step { padding-left: 20px; }
  .step dl { grid-template-columns: minmax(0, 1fr); gap: 0; }
  .step dd { margin-bottom: var(--s2); }
  .step .inputs li { grid-template-columns: minmax(0, 1fr) auto; padding: 2px 0; }
  .step .inputs .from { grid-column: 1 / -1; font-size: 13px; line-height: 18px; }
  .counts td.dot, .counts th.dot { display: none; }
  .keyline.dots { display: none; }
  .counts { font-size: 13px; }
  .counts td, .counts th { padding-top: 6px; padding-bottom: 6px; }
  .counts .pc { display: block; min-width: 0; overflow-wrap: anywhere; }
  .counts .u { display: none; }
  .counts tbody th { padding-left: var(--s2); }
  .counts thead th:first-child { padding-left: var(--s2); }
  .counts td:last-child, .counts th:last-child { padding-right: 0; }
  footer nav { margin-left: 0; }
}
@media print {
  @page { margin: 14mm; }
  :root { color-scheme: light;
    --paper: #FBFBF8;
    --raised: #FFFFFF;
    --well: #EFF1EF;
    --ink: #15222B;
    --ink-2: #4A5A65;
    --rule: #CDD4D6;
    --edge: #6E7E88;
    --link: #0B4F8A;
    --line: #B5301B;
    --kafka: #A8CBE4;
    --kafka-edge: #2E6591;
    --shuffle: #BAD3AE;
    --shuffle-edge: #4B7440;
    --state: #EFD38C;
    --state-edge: #86661A;
    --checkpoint: #DDBBD2;
    --checkpoint-edge: #8C4472;
    --heap: #C9C8E6;
    --heap-edge: #55509B;
    --paper: #FFFFFF; --s5: 16px; --s6: 16px; --s7: 20px; }
  body { font-size: 9pt; line-height: 1.4; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  .page { padding: 0; }
  .skip, .mast nav { display: none; }
  .mast { padding: 0 0 var(--s2); } .answer { padding: var(--s3) 0; }
  h1 { font-size: 20pt; line-height: 1.15; }
  h2 { font-size: 13pt; line-height: 1.3; }
  .answer .next { font-size: 10pt; line-height: 1.4; margin-top: var(--s2); }
  .job { margin-top: var(--s2); padding-top: var(--s2); gap: var(--s1) var(--s3); font-size: 8pt; } .job dt { font-size: 8pt; line-height: 1.3; } .job dd { line-height: 1.3; }
  .load { gap: var(--s5); padding: var(--s3) 0; } .vessel.single svg { max-width: 136px; }
  caption { padding-bottom: var(--s1); } caption b { font-size: 11pt; line-height: 1.3; } caption span, .vessel figcaption, .ledger thead th { font-size: 8pt; line-height: 1.3; }
  .aside-note { margin-top: var(--s2); font-size: 8.5pt; } .ledger + .aside-note { margin-top: var(--s3); }
  .ledger { font-size: 8.5pt; } th, td { padding-left: var(--s2); }
  .ledger th, .ledger td { padding-top: 3px; padding-bottom: 3px; }
  .ledger + .ledger { margin-top: var(--s4); }
  .counts td, .counts th { padding-top: 3px; padding-bottom: 3px; }
  .counts { font-size: 8.5pt; } .counts td.dot { height: 28px; }
  .counts th.dot, .counts td.dot { width: 24%; } .counts thead .ax { font-size: 10px; }
  .findings { gap: var(--s2); }
  .finding { font-size: 8.5pt; }
  details::details-content { content-visibility: visible; height: auto; }
  summary { padding: 4px 0; } summary::before { visibility: hidden; }
  .step { padding-bottom: var(--s2); }
  .wide, .lead, figure, table, .finding, .chain > li, .key { break-inside: avoid; }
  h2, h3, caption, .lead { break-after: avoid; }
  footer a[href^="/"]::after { content: " (" attr(href) ")"; }
}
@media print and (min-width: 600px) {
  .load { grid-template-columns: 240px minmax(0, 1fr); }
  .bare { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: var(--s5); }
  .counts td { white-space: nowrap; } .counts .pc { min-width: 3.9em; }
  .findings { grid-template-columns: repeat(3, minmax(0, 1fr)); }
  .step dl, .aside .step dl { grid-template-columns: 76px minmax(0, 1fr); gap: 1px var(--s4); }
  .step dd, .aside .step dd { margin: 0; }
  .step .inputs li, .aside .step .inputs li { grid-template-columns: 11em 6.5em minmax(0, 1fr); }
  .aside .step .inputs .from { grid-column: auto; }
}
${MEMORY_STYLE}${CHECKPOINT_STYLE}`;
