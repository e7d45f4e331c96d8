/** Rates that can be compared: subject and reference in one run, by turns, and of each the median. */
export const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

/**
 * Runs each of the named functions `rounds` times, by turns.
 * @param subjects name → async function that gives a rate per second
 * @returns name → median rate
 */
export async function byTurns(rounds, subjects) {
  const rates = Object.fromEntries(Object.keys(subjects).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, run] of Object.entries(subjects)) rates[name].push(await run());
  }
  return Object.fromEntries(Object.entries(rates).map(([name, list]) => [name, median(list)]));
}

/** Calls of a synchronous function per second of processor time, of all threads of this process: what one core does. */
export function rateOf(call, { ms = 1500, batch = 1 } = {}) {
  const before = process.cpuUsage();
  let calls = 0;
  let used = 0;
  while (used < ms * 1000) {
    for (let at = 0; at < batch; at++) call();
    calls += batch;
    const { user, system } = process.cpuUsage(before);
    used = user + system;
  }
  return (calls * 1e6) / used;
}

/** Calls per second of an asynchronous function, so many at once. */
export async function rateAtOnce(call, { atOnce, ms = 3000 }) {
  const began = performance.now();
  let calls = 0;
  const work = async () => {
    while (performance.now() - began < ms) {
      await call();
      calls++;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return (calls * 1000) / (performance.now() - began);
}

const number = (value) =>
  Math.abs(value) >= 100 ? Math.round(value).toLocaleString('en') : Number(value.toPrecision(3)).toString();

/** One line of the result: what was measured, beside what, and whether that is enough. */
export function report({ what, unit, measured, reference, ratio, target, reached }) {
  const verdict = reached === undefined ? '' : reached ? 'reached' : 'MISSED';
  const beside =
    reference === undefined ? '' : `${reference.what} ${number(reference.value)} ${reference.unit ?? unit}`;
  const cells = [
    what.padEnd(46),
    `${number(measured)} ${unit}`.padStart(16),
    beside.padEnd(46),
    (ratio === undefined ? '' : `ratio ${ratio.toFixed(3)}`).padEnd(12),
    (target === undefined ? '' : `target ${target}`).padEnd(18),
    verdict,
  ];
  console.log(cells.join('  ').trimEnd());
}

export const note = (text) => console.log(`    ${text}`);
