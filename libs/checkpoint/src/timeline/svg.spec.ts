import type { TimelineRequest } from './request.js';
import type { Timeline } from './result.js';
import { timelineSvg } from './svg.js';
import { axisMarks, timeText } from './svg-axis.js';
import { checkpointTimeline } from './timeline.js';

const REQUEST: TimelineRequest = {
  flinkVersion: '1.20',
  intervalMs: 1000,
  minPauseMs: 0,
  timeoutMs: 1500,
  maxConcurrent: 2,
  tolerableFailures: 9,
  durationsMs: [1400, 400, 9000],
  horizonMs: 9000,
  firstTriggerMs: 0,
};

const timeline = (changes: Partial<TimelineRequest> = {}): Timeline => {
  const outcome = checkpointTimeline({ ...REQUEST, ...changes });
  if (outcome.kind !== 'ok') throw new Error(JSON.stringify(outcome.rejections));
  return outcome.value;
};
const bars = (svg: string): string[] => svg.match(/<rect [^>]*>/g) ?? [];
const tops = (svg: string): Set<string> => new Set(bars(svg).map((bar) => / y="(\d+)"/.exec(bar)?.[1] ?? ''));

describe('a drawn timeline', () => {
  it('has a bar for each checkpoint, in one lane where none overlap and in two where two do', () => {
    const apart = timeline({ maxConcurrent: 1, durationsMs: [300] });
    expect(bars(timelineSvg(apart))).toHaveLength(9);
    expect(tops(timelineSvg(apart)).size).toBe(1);
    expect(tops(timelineSvg(timeline())).size).toBe(2);
  });

  it('says in words what each bar shows', () => {
    const svg = timelineSvg(timeline()).replaceAll('\u202F', ' ');
    expect(svg).toContain('<title>Checkpoint 1: 0 ms to 1.4 s, completed</title>');
    expect(svg).toMatch(/<title>Checkpoint 3: 2 s to 3\.5 s, failed<\/title>/);
  });

  it('tells failed from completed by more than colour', () => {
    const failed = bars(timelineSvg(timeline())).filter((bar) => bar.includes('checkpoint-failed'));
    expect(failed.length).toBeGreaterThan(0);
    for (const bar of failed) expect(bar).toContain('stroke-dasharray');
  });

  it('has a title and a description with the figures', () => {
    const svg = timelineSvg(timeline(), { id: 'plan', title: 'Each <second> & "so"' });
    expect(svg).toContain('<title id="plan-t">Each &lt;second&gt; &amp; &quot;so&quot;</title>');
    expect(svg).toMatch(/<desc id="plan-d">9 checkpoints\. In all \d+ complete, \d+ fail,/);
  });

  it('draws the first ones only, and says so', () => {
    const svg = timelineSvg(timeline({ horizonMs: 3_600_000 }), { checkpoints: 5 });
    expect(bars(svg)).toHaveLength(5);
    expect(svg).toContain('The first 5 checkpoints.');
  });

  it('is drawn without a checkpoint too', () => {
    const svg = timelineSvg(timeline({ firstTriggerMs: 9999 }));
    expect(bars(svg)).toHaveLength(0);
    expect(svg).not.toMatch(/NaN|Infinity/);
  });
});

describe('the axis of a timeline', () => {
  it.each([
    [900, '200 ms'],
    [5000, '1 s'],
    [65_000, '10 s'],
    [3_600_000, '10 min'],
    [86_400_000, '3 h'],
    [1e12, '1447 d'],
  ])('of %i ms is marked each %s', (untilMs, text) => {
    expect(axisMarks(untilMs)[1]?.text.replace('\u202F', ' ')).toBe(text.replace('1447', '1446.76'));
  });

  it('says a moment in its largest unit', () => {
    expect(['0', '950', '1500', '90000'].map((ms) => timeText(Number(ms)).replace('\u202F', ' '))).toEqual([
      '0 ms',
      '950 ms',
      '1.5 s',
      '1.5 min',
    ]);
  });
});
