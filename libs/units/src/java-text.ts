/**
 * A double as Java writes it (`0.1`, `1.0`, `9.9999997952E10`, `-1.0E-4`): the shortest digits that name it.
 * @see java.lang.Double#toString
 */
export function javaDoubleText(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  if (Object.is(value, -0)) return '-0.0';
  if (Math.abs(value) === Number.MIN_VALUE) return value < 0 ? '-4.9E-324' : '4.9E-324';
  const magnitude = Math.abs(value);
  if (magnitude === 0 || (magnitude >= 1e-3 && magnitude < 1e7)) {
    const text = String(value);
    return text.includes('.') ? text : `${text}.0`;
  }
  const [mantissa = '0', exponent = '0'] = value.toExponential().split('e');
  return `${mantissa.includes('.') ? mantissa : `${mantissa}.0`}E${Number(exponent)}`;
}

/** @see java.lang.String#hashCode */
export function javaHash(text: string): number {
  let hash = 0;
  for (let at = 0; at < text.length; at++) hash = (Math.imul(31, hash) + text.charCodeAt(at)) | 0;
  return hash;
}

const FEWEST_BUCKETS = 16;
const FULL_AT = 0.75;

/** Different texts in the order in which a `java.util.HashMap` or `HashSet` of them iterates. */
export function inHashOrder(texts: Iterable<string>): string[] {
  const distinct = [...new Set(texts)];
  let buckets = FEWEST_BUCKETS;
  while (distinct.length > buckets * FULL_AT) buckets *= 2;
  return distinct
    .map((text) => {
      const hash = javaHash(text);
      return { text, bucket: (hash ^ (hash >>> 16)) & (buckets - 1) };
    })
    .sort((a, b) => a.bucket - b.bucket)
    .map(({ text }) => text);
}
