/** How many letters are to be put in, left out, replaced or swapped with their neighbour to make one text the other. */
export function editDistance(from: string, to: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      current.push(
        Math.min(
          cost(previous, column) + 1,
          cost(current, column - 1) + 1,
          cost(previous, column - 1) + (same ? 0 : 1),
          swapped ? cost(before, column - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    before = previous;
    previous = current;
  }
  return cost(previous, to.length);
}

const cost = (row: readonly number[], at: number): number => row[at] ?? Number.POSITIVE_INFINITY;
