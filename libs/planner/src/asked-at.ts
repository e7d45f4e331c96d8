/** Pointers that lead to the configuration of the profile or into the plan already. */
const PLACED = /^\/(config|memory)\//;

interface Traced {
  readonly inputs: readonly { readonly from: string }[];
}

/** The step with its pointers into a request led to where that request stands in the plan. */
export const askedAt =
  (place: string) =>
  <S extends Traced>(step: S): S => ({
    ...step,
    inputs: step.inputs.map((input) =>
      input.from.startsWith('/') && !PLACED.test(input.from)
        ? { ...input, from: `${place}${input.from}` }
        : input,
    ),
  });
