/** How long a caller waits before it tries again, in seconds. */
export const RETRY_AFTER_SECONDS = 1;

const NETWORK = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EPIPE', 'ETIMEDOUT', 'EAI_AGAIN']);

/** PostgreSQL: connection exceptions (08…), insufficient resources (53…), operator intervention such as a shutdown (57P…), serialization (40001), deadlock (40P01). */
const SQLSTATE = /^(?:08|53)\w{3}$|^57P\w\w$|^40(?:001|P01)$/;

/** What the driver says, without a code, when the pool or the connection is gone. */
const SAID =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** Whether an error says that the database cannot be reached now, so that trying again may help. */
export function isUnavailable(thrown: unknown): boolean {
  if (!(thrown instanceof Error)) return false;
  const code: unknown = Reflect.get(thrown, 'code');
  if (typeof code === 'string' && (NETWORK.has(code) || SQLSTATE.test(code))) return true;
  if (SAID.test(thrown.message)) return true;
  return isUnavailable(Reflect.get(thrown, 'driverError'));
}
