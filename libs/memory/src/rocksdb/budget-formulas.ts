import { exactFormula } from '@plimsoll/trace';

export const MANAGED_PER_SLOT = exactFormula({
  reference: 'F4.5',
  label: 'Managed memory of a slot',
  unit: 'bytes',
  inputs: { managed: 'bytes', slots: 'count' },
  text: '⌊managed ÷ slots⌋',
  evidence: 'verified',
  compute: ({ managed, slots }) => managed / BigInt(slots),
});

export const WEIGHTS_IN_USE = exactFormula({
  reference: 'F4.5',
  label: 'Weights of the consumers in use',
  unit: 'count',
  inputs: { operatorWeight: 'count', stateBackendWeight: 'count', pythonWeight: 'count' },
  text: 'operatorWeight + stateBackendWeight + pythonWeight',
  evidence: 'verified',
  compute: ({ operatorWeight, stateBackendWeight, pythonWeight }) =>
    operatorWeight + stateBackendWeight + pythonWeight,
});

const FRACTION_PLACES = 16;

export const STATE_BACKEND_FRACTION = exactFormula({
  reference: 'F4.5',
  label: 'Share of the state backend in a slot',
  unit: 'ratio',
  inputs: { stateBackendWeight: 'count', weights: 'count' },
  text: 'stateBackendWeight ÷ weights',
  evidence: 'verified',
  compute: ({ stateBackendWeight, weights }) =>
    Number(
      `${(BigInt(stateBackendWeight) * 10n ** BigInt(FRACTION_PLACES)) / BigInt(weights)}e-${FRACTION_PLACES}`,
    ),
});

export const MANAGED_TOTAL = exactFormula({
  reference: 'F4.5',
  label: 'Memory of the databases of a slot',
  unit: 'bytes',
  inputs: { managedPerSlot: 'bytes', fraction: 'ratio' },
  text: '⌊managedPerSlot × fraction⌋',
  evidence: 'verified',
  compute: ({ managedPerSlot, fraction }) => BigInt(Math.trunc(Number(managedPerSlot) * fraction)),
});
