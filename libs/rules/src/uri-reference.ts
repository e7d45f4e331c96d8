const SCHEME = /^[a-z][a-z\d+.-]*:/i;
/** All that may not stand in a reference as it is, and percent signs that begin no escape. */
const NOT_ALLOWED = /%(?![\da-f]{2})|[^\w\-.~:/?#@!$&'()*+,;=%]/giu;

/** The name of a file as a reference in the sense of RFC 3986; one that is a reference already stays as it is. */
export function uriReference(name: string): string {
  const path = name.replaceAll('\\', '/').replaceAll(/\p{Surrogate}/gu, '\ufffd');
  const reference = path.replaceAll(NOT_ALLOWED, (character) => encodeURIComponent(character));
  const [first = ''] = reference.split(/[/?#]/, 1);
  return first.includes(':') && !SCHEME.test(first) ? `./${reference}` : reference;
}
