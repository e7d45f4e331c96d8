const MOST = 5;

/** The first of some names, and how many more there are. */
export function nameList(names: readonly string[]): string {
  const shown = names.slice(0, MOST).join(', ');
  return names.length > MOST ? `${shown} and ${names.length - MOST} more` : shown;
}
