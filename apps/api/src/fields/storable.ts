const UNSTORABLE = /\0|\p{Surrogate}/u;

/** Whether PostgreSQL takes this text: it refuses U+0000 and half of a surrogate pair. Other values are not its matter. */
export const isStorable = (value: unknown): boolean => typeof value !== 'string' || !UNSTORABLE.test(value);
