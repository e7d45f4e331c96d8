/** Whether a release such as `3.4.14` or `2.6.0-cdh5.16` is before another; undefined where it cannot be read. */
export function isBefore(release: string, other: string): boolean | undefined {
  const [parts, others] = [numbersOf(release), numbersOf(other)];
  if (parts === undefined || others === undefined) return undefined;
  for (const [at, number] of others.entries()) {
    const part = parts[at] ?? 0;
    if (part !== number) return part < number;
  }
  return false;
}

const numbersOf = (release: string): number[] | undefined =>
  release
    .trim()
    .match(/^\d+(?:\.\d+)*/)?.[0]
    .split('.')
    .map(Number);
