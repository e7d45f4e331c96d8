/** The database cannot be used as it is; the message says what is missing and who can grant it. */
export class DatabaseRefused extends Error {
  override readonly name = 'DatabaseRefused';
}
