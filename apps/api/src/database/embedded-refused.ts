/** The embedded database cannot be started here; the message says why and what would do. */
export class EmbeddedRefused extends Error {
  override readonly name = 'EmbeddedRefused';
}
