import type { PlanInputs } from '@plimsoll/planner';

/** What a profile says: quantities in base units, only what the caller wrote, secrets hidden. */
export interface ProfileDocument extends PlanInputs {
  readonly name: string;
  readonly labels?: Readonly<Record<string, string>>;
}

/** What the planner is given of a profile: all but the labels, which change no figure. */
export function planInputs({ labels: _, ...inputs }: ProfileDocument): PlanInputs {
  return inputs;
}
