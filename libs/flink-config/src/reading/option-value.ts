/** A value as Flink holds it. Durations are nanoseconds, sizes bytes; a float is widened to a double. */
export type OptionValue =
  | { readonly type: 'Boolean'; readonly value: boolean }
  | { readonly type: 'Integer'; readonly value: number }
  | { readonly type: 'Long'; readonly value: bigint }
  | { readonly type: 'Float'; readonly value: number }
  | { readonly type: 'Double'; readonly value: number }
  | { readonly type: 'String'; readonly value: string }
  | { readonly type: 'Duration'; readonly value: bigint }
  | { readonly type: 'MemorySize'; readonly value: bigint }
  | { readonly type: 'Enum'; readonly value: string }
  | { readonly type: 'List'; readonly value: readonly OptionValue[] }
  | { readonly type: 'Map'; readonly value: ReadonlyMap<string, string> };

/** Whether two values are the same to Flink; the order of a map's entries is nothing to it. */
export function sameValue(a: OptionValue | null, b: OptionValue | null): boolean {
  if (a === null || b === null) return a === b;
  if (a.type === 'List' && b.type === 'List') {
    return (
      a.value.length === b.value.length && a.value.every((item, at) => sameValue(item, b.value[at] ?? null))
    );
  }
  if (a.type === 'Map' && b.type === 'Map') {
    return a.value.size === b.value.size && [...a.value].every(([key, text]) => b.value.get(key) === text);
  }
  return a.type === b.type && Object.is(a.value, b.value);
}
