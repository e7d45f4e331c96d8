/** Nothing that Flink would refuse, and more than is read here. */
export class TooMuch {
  constructor(readonly message: string) {}
}

/** Of keys and values together, aliases resolved: four times the longest text that is taken. */
export const MOST_CHARACTERS = 16 * 1024 * 1024;

export const tooManyCharacters = (): TooMuch =>
  new TooMuch('has keys and values of more than 16 Mi characters, aliases resolved');
