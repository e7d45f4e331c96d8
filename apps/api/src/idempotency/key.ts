/** Printable ASCII without blanks, so that two headers of this name, which the server joins with ", ", are refused. */
const KEY = /^[\x21-\x7e]{1,255}$/;

/** What an `Idempotency-Key` may be, for error messages. */
export const KEY_FORM = '1 to 255 printable ASCII characters without blanks';

export const isIdempotencyKey = (text: string): boolean => KEY.test(text);
