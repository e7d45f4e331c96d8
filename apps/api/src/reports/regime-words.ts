import type { PlanCheckpointing } from '@plimsoll/planner';

type Regime = NonNullable<PlanCheckpointing['timeline']>['regime'];

const WORDS: Readonly<Record<Regime, { readonly name: string; readonly means: string }>> = {
  REGULAR: { name: 'Regular', means: 'some of the time is free of checkpoints' },
  DEGRADED: { name: 'Degraded', means: 'the job is constantly checkpointing' },
  GUARANTEED_PROGRESS: {
    name: 'Guaranteed progress',
    means: 'checkpoints would follow each other without end, and the min pause keeps time free',
  },
};

export const regimeName = (regime: Regime): string => WORDS[regime].name;

/** What a regime is, within a sentence. */
export const regimeMeaning = (regime: Regime): string => WORDS[regime].means;
