/**
 * Where a page of a list ended. Opaque to callers: the list's name and the position of the last thing shown, so that a
 * cursor of one list is not taken for a place in another.
 */
export type ListName = 'profiles' | 'versions' | 'plans' | 'options';

const POSITION: Readonly<Record<ListName, RegExp>> = {
  profiles: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  plans: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  versions: /^[1-9][0-9]{0,8}$/,
  options: /^[1-9][0-9]{0,4}$/,
};

const LONGEST = 100;

export const cursorOf = (list: ListName, position: string | number): string =>
  Buffer.from(`${list}:${position}`).toString('base64url');

/** The position that a cursor of this list stands for; undefined for any other text. */
export function positionOf(list: ListName, cursor: string): string | undefined {
  if (cursor.length > LONGEST) return undefined;
  const text = Buffer.from(cursor, 'base64url').toString('latin1');
  const position = text.startsWith(`${list}:`) ? text.slice(list.length + 1) : '';
  return POSITION[list].test(position) && cursorOf(list, position) === cursor ? position : undefined;
}
