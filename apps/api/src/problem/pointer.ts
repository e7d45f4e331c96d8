/** JSON pointers (RFC 6901): the way errors, traces and findings say which part of a document they mean. */
export { pointerTo } from '@plimsoll/trace';

/** The tokens of a pointer; none for the whole document. */
export const tokensOf = (pointer: string): string[] =>
  pointer === ''
    ? []
    : pointer
        .slice(1)
        .split('/')
        .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));

/** What stands at a pointer; undefined where there is nothing. Sees what JSON holds only: `/constructor` finds nothing. */
export function valueAt(document: unknown, pointer: string): unknown {
  let value = document;
  for (const token of tokensOf(pointer)) {
    if (typeof value !== 'object' || value === null || !isMember(value, token)) return undefined;
    value = Reflect.get(value, token);
  }
  return value;
}

const isMember = (owner: object, token: string): boolean =>
  Object.prototype.propertyIsEnumerable.call(owner, token);
