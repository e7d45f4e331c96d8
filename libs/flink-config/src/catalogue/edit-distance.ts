/** How many letters are to be put in, left out, replaced or swapped with their neighbour to make one text the other. */
export function editDistance(from: string, to: string): number {
  const width = to.length + 1;
  let before = new Uint32Array(width);
  let previous = Uint32Array.from({ length: width }, (_, at) => at);
  let current = new Uint32Array(width);
  for (let row = 1; row <= from.length; row++) {
    current[0] = row;
    for (let column = 1; column < width; column++) {
      const same = from[row - 1] === to[column - 1];
      const changed = at(previous, column - 1) + (same ? 0 : 1);
      let least = Math.min(at(previous, column) + 1, at(current, column - 1) + 1, changed);
      if (row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]) {
        least = Math.min(least, at(before, column - 2) + 1);
      }
      current[column] = least;
    }
    [before, previous, current] = [previous, current, before];
  }
  return at(previous, to.length);
}

const at = (row: Uint32Array, column: number): number => row[column] ?? 0;
