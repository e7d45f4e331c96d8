import fc from 'fast-check';
import { type HoldLoad, layoutHull, MOST_DRAWN, THIN } from './hull-geometry.js';
import { labelHold } from './hull-labels.js';

const FRAME = { top: 92, zero: 642 };

const load = (value: number, nth: number) => ({
  id: `source-read:op${nth}`,
  name: 'Checkpoint read-back',
  short: 'Read-back',
  owner: `operator-${nth}`,
  kind: 'kafka' as const,
  value,
});
const hold = (capacity: number, ...values: number[]): HoldLoad => ({ capacity, loads: values.map(load) });

const holds = fc.array(
  fc
    .record({
      capacity: fc.double({ min: 1, max: 1e12, noNaN: true }),
      shares: fc.array(fc.oneof(fc.constant(0), fc.double({ min: 1e-6, max: 0.5, noNaN: true })), {
        maxLength: 30,
      }),
    })
    .map(({ capacity, shares }) => hold(capacity, ...shares.map((share) => share * capacity))),
  { minLength: 1, maxLength: 2 },
);

describe('the load in a hull', () => {
  it('stands as in the drawing of the sample: 0 to 1250 on 550 pixels', () => {
    const { holds: [into] = [] } = layoutHull([hold(1250, 400, 320, 40, 192.88)], 0.8, FRAME);
    expect(into?.segments.map(({ y, height }) => [y.toFixed(2), height.toFixed(2)])).toEqual([
      ['466.00', '176.00'],
      ['325.20', '140.80'],
      ['307.60', '17.60'],
      ['222.73', '84.87'],
    ]);
    expect([into?.line, into?.deck]).toEqual([202, 92]);
  });

  it('touches without a gap and never overlaps; together it is as high as it is large', () => {
    fc.assert(
      fc.property(holds, (given) => {
        const layout = layoutHull(given, 0.8, FRAME);
        for (const { segments, surface, total, cut } of layout.holds) {
          let floor = FRAME.zero;
          for (const { y, height } of segments) {
            expect(y + height).toBeCloseTo(floor, 6);
            expect(height).toBeGreaterThanOrEqual(0);
            floor = y;
          }
          expect(floor).toBeCloseTo(surface, 6);
          if (!cut) expect(surface).toBeCloseTo(layout.y(total), 6);
          expect(surface).toBeGreaterThanOrEqual(FRAME.top - 1e-6);
        }
      }),
    );
  });

  it('loses no flow when thin ones are joined, and leaves no two thin ones side by side', () => {
    fc.assert(
      fc.property(holds, (given) => {
        layoutHull(given, 0.8, FRAME).holds.forEach(({ segments, cut }, at) => {
          const drawn = segments.flatMap((segment) => segment.loads.map(({ id }) => id));
          const loads = given[at]?.loads.filter(({ value }) => value > 0).map(({ id }) => id) ?? [];
          if (!cut) expect(drawn).toEqual(loads);
          const single = segments.map(({ loads: own, height }) => own.length === 1 && height < THIN);
          expect(single.some((thin, nth) => thin && single[nth + 1] === true)).toBe(false);
        });
      }),
    );
  });

  it('joins thin neighbours as one', () => {
    const { holds: [only] = [] } = layoutHull([hold(1250, 400, 5, 6, 7, 320)], 0.8, FRAME);
    expect(only?.segments.map(({ loads, value }) => [loads.length, value])).toEqual([
      [1, 400],
      [3, 18],
      [1, 320],
    ]);
  });

  it('rises above the deck where it is over capacity: the scale grows, the deck stays at capacity', () => {
    const { holds: [only] = [], y } = layoutHull([hold(1000, 2000)], 0.8, FRAME);
    expect([only?.surface, only?.deck, only?.line]).toEqual([92, 367, 422]);
    expect(y(0)).toBe(642);
  });

  it(`is cut at ${MOST_DRAWN} times the capacity, so that the deck can still be seen`, () => {
    const { holds: [only] = [] } = layoutHull([hold(1000, 100, 1e9)], 0.8, FRAME);
    expect(only?.cut).toBe(true);
    expect(only?.deck).toBe(504.5);
    expect(only?.segments.at(-1)?.y).toBe(92);
  });

  it('shares one scale where capacities differ, each with its own deck and line', () => {
    const { holds: [left, right] = [] } = layoutHull([hold(1000, 100), hold(500, 100)], 0.8, FRAME);
    expect([left?.deck, right?.deck, left?.line, right?.line].map((y) => y?.toFixed(6))).toEqual([
      '92.000000',
      '367.000000',
      '202.000000',
      '422.000000',
    ]);
    expect(left?.surface).toBe(right?.surface);
  });
});

describe('the texts of a hold', () => {
  const texts = (talk: number | null) => ({
    line: 'load line 80 %',
    distance: '47.12 to the line',
    deck: 'capacity',
    talk: talk === null ? null : { y: talk, text: 'the talk: 760' },
    figure: (value: number) => value.toFixed(2),
    owners: true,
  });

  it('never cover one another', () => {
    const talks = fc.option(fc.double({ min: 92, max: 642, noNaN: true }), { nil: null });
    const targets = fc.double({ min: 0.05, max: 1, noNaN: true });
    fc.assert(
      fc.property(holds, targets, talks, (given, target, talk) => {
        for (const one of layoutHull(given, target, FRAME).holds) {
          const labels = labelHold(one, texts(talk));
          const baselines = [
            labels.line.y,
            ...(labels.deck === null ? [] : [labels.deck.y]),
            ...(labels.talk?.label ? [labels.talk.label.y] : []),
            ...labels.named.flatMap(({ lines }) => lines.map(({ y }) => y)),
          ].sort((a, b) => a - b);
          baselines.forEach((y, at) => {
            if (at > 0) expect(y - (baselines[at - 1] ?? 0)).toBeGreaterThanOrEqual(11.5);
          });
        }
      }),
    );
  });

  it('stand within the segment that they name', () => {
    fc.assert(
      fc.property(holds, (given) => {
        for (const one of layoutHull(given, 0.8, FRAME).holds) {
          for (const { segment, lines } of labelHold(one, texts(null)).named) {
            for (const { y } of lines) {
              expect(y).toBeLessThanOrEqual(segment.y + segment.height + 0.5);
              expect(y - 9).toBeGreaterThanOrEqual(segment.y - 0.5);
            }
          }
        }
      }),
    );
  });
});
