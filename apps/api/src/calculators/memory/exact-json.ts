import { withoutBigint } from '../../fields/scalars.js';

/** An answer as JSON: what is counted to the byte as a number, above 2^53 − 1 as a string of digits. */
export const exactJson = (answer: object): string =>
  JSON.stringify(answer, (_name, value) => withoutBigint(value));
