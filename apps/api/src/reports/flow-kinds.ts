/** The four kinds of flow that a colour stands for, and what is none of them. */
export type FlowKind = 'kafka' | 'shuffle' | 'state' | 'checkpoint' | 'other';

interface KindOfFlow {
  readonly kind: FlowKind;
  readonly name: string;
  /** Where a drawing has room for one word only. */
  readonly short: string;
}

const KINDS: Readonly<Record<string, KindOfFlow>> = {
  'source-read': { kind: 'kafka', name: 'Source read', short: 'Source' },
  'sink-write': { kind: 'kafka', name: 'Sink write', short: 'Sink' },
  'shuffle-in': { kind: 'shuffle', name: 'Shuffle in', short: 'Shuffle' },
  'shuffle-out': { kind: 'shuffle', name: 'Shuffle out', short: 'Shuffle' },
  'state-read': { kind: 'state', name: 'State read', short: 'State' },
  'state-write': { kind: 'state', name: 'State write', short: 'State' },
  'checkpoint-upload': { kind: 'checkpoint', name: 'Checkpoint upload', short: 'Upload' },
  'checkpoint-read-back': { kind: 'checkpoint', name: 'Checkpoint read-back', short: 'Read-back' },
  restore: { kind: 'checkpoint', name: 'Restore', short: 'Restore' },
};

/** What a flow is, read from its id (`shuffle-in:events->perUser`). Memory and disk space that state takes have its colour. */
export function kindOfFlow(flow: { readonly id: string; readonly label: string }): KindOfFlow {
  const [prefix = ''] = flow.id.split(':', 1);
  const known = Object.hasOwn(KINDS, prefix) ? KINDS[prefix] : undefined;
  return known ?? { kind: prefix.includes('state') ? 'state' : 'other', name: flow.label, short: flow.label };
}

const LONGEST = 40;

/** An operator or edge in a table or drawing: long ids lose their middle. The why of a figure has them in full. */
export const shortOwner = (owner: string): string =>
  owner
    .split(' → ')
    .map((id) => ([...id].length > LONGEST ? `${id.slice(0, 26)}…${id.slice(-12)}` : id))
    .join(' → ');

/** The operator or edge that a flow belongs to: `events`, `events → perUser`; empty where the id names none. */
export function ownerOfFlow(flow: { readonly id: string }): string {
  const colon = flow.id.indexOf(':');
  return colon < 0 ? '' : flow.id.slice(colon + 1).replace('->', ' → ');
}
