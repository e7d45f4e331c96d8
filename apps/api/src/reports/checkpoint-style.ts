/** The part of the page’s style that its section on checkpoints adds. */
export const CHECKPOINT_STYLE = `
/* Checkpoints: one axis for intervals, strips for what takes time */
.checkpoints { padding: var(--s6) 0 var(--s7); border-top: 1px solid var(--ink); }
.checkpoints .next { font-size: 16px; line-height: 26px; margin-top: var(--s2); max-width: 74ch; }
.checkpoints > .ledger { margin-top: var(--s5); max-width: 880px; }
.ck-part { margin-top: 40px; }
.ck-parts { margin-top: var(--s4); }
.ck-part h3 { font-size: 16px; line-height: 24px; font-weight: 600; }
.ck-part .lane { align-items: stretch; }
.ck-set-pair .lane { grid-template-columns: minmax(0, 1fr); }
.ck-set-pair .lane .what { padding: 9px 0 2px; }
.ck-set-pair .lane.axis .what { display: none; }
.ck-set-pair .ck-settings, .ck-set-pair { margin-top: 0; }
.lane .plot { position: relative; min-height: 44px; }
.lane .plot svg { position: absolute; inset: 0; width: 100%; height: 100%; margin: 0; }
.lane.axis .plot { min-height: 26px; }
.range .lane .what { padding: 5px 0; }
.range .lane .plot { min-height: 34px; }
.range .plot rect { y: calc(50% - 9px); height: 18px; }
.ck-set { stroke: var(--edge); stroke-width: 1.5; stroke-dasharray: 4 3; }
.range .d-out { fill: var(--paper); }
.ck-pair { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: var(--s5) 56px; align-items: start; margin-top: var(--s4); }
.ck-config { grid-template-columns: minmax(0, 8fr) minmax(0, 5fr); }
.ck-pair > :only-child { grid-column: 1 / -1; max-width: 880px; }
.timeline svg { display: block; overflow: visible; }
.checkpoint-failed { fill: none; stroke: var(--ink-2); }
.promises { margin-top: var(--s3); }
.checkpoints .ledger th .badge { margin-left: 6px; }
.ck-settings td, .promises td, .reasons td, .ck-pair td { white-space: normal; }
.checkpoints .ledger td data, .changes td { white-space: nowrap; }
b.fails { white-space: nowrap; }
.copy { user-select: all; -webkit-user-select: all; }
.copy li { padding-left: 2ch; text-indent: -2ch; }
.ck-slow { margin-top: var(--s2); display: grid; gap: var(--s3); max-width: 880px; }
.ck-slow dt { font-weight: 500; }
.ck-slow dd { color: var(--ink-2); overflow-wrap: anywhere; }
@media (max-width: 1040px) {
  .ck-pair, .ck-config { grid-template-columns: minmax(0, 1fr); }
  .ck-part .lane .what { padding: 9px 0 2px; }
  .lane .plot { min-height: 34px; margin-bottom: var(--s3); }
  .lane.axis .plot, .range .lane .plot { margin-bottom: 0; }
}
@media (max-width: 640px) {
  .checkpoints { padding: var(--s5) 0 var(--s6); }
  b.fails { white-space: normal; }
  .checkpoints .ledger tbody th { padding-left: 0; text-indent: 0; }
}
@media print {
  .checkpoints .next { font-size: 10pt; line-height: 1.4; }
  .ck-part { margin-top: var(--s4); }
  .ck-part .lane .what { padding: 3px 0; font-size: 8.5pt; line-height: 1.35; }
  .ck-part .lane .what span { font-size: 8pt; line-height: 1.3; }
  .ck-slow { font-size: 8.5pt; }
}
@media print and (min-width: 600px) {
  .ck-part .lane { grid-template-columns: 240px minmax(0, 1fr); }
  .ck-part .lane.axis .what { display: block; }
  .ck-set-pair .lane { grid-template-columns: minmax(0, 1fr); }
  .ck-set-pair .lane.axis .what { display: none; }
  .ck-pair { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: var(--s3) var(--s5); }
}
`;
