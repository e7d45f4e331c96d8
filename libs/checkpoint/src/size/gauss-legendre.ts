/** Nodes and weights of Gauss–Legendre quadrature on [−1, 1]. */
export interface Quadrature {
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
}

const NEWTON_STEPS = 100;

/** The roots of the Legendre polynomial of a degree, by Newton's method from their asymptotic places. */
export function gaussLegendre(degree: number): Quadrature {
  const nodes = new Float64Array(degree);
  const weights = new Float64Array(degree);
  for (let at = 0; at < degree; at++) {
    let x = Math.cos((Math.PI * (at + 0.75)) / (degree + 0.5));
    let slope = 1;
    for (let step = 0; step < NEWTON_STEPS; step++) {
      const [value, derivative] = legendre(degree, x);
      const change = value / derivative;
      x -= change;
      slope = derivative;
      if (Math.abs(change) < Number.EPSILON) break;
    }
    nodes[at] = x;
    weights[at] = 2 / ((1 - x * x) * slope * slope);
  }
  return { nodes, weights };
}

/** Value and slope of a Legendre polynomial, by its recurrence. */
function legendre(degree: number, x: number): readonly [number, number] {
  let before = 1;
  let value = x;
  for (let n = 2; n <= degree; n++) {
    const next = ((2 * n - 1) * x * value - (n - 1) * before) / n;
    before = value;
    value = next;
  }
  return [value, (degree * (x * value - before)) / (x * x - 1)];
}
