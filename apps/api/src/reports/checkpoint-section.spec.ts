import { composePlan, type PlanContent } from '@plimsoll/planner';
import { CHECKPOINTED_JOBS, type CheckpointedJob } from '../../../../test/checkpointed-jobs.js';
import { expectSound, textOf } from '../../../../test/sound-page.js';
import { UNUSUAL_JOBS } from '../../../../test/unusual-jobs.js';
import { planText } from '../plans/plan-document.js';
import { NARROW } from './numbers.js';
import { renderPlanPage } from './plan-page.js';
import type { PlanDocument } from './plan-view.js';

const IDENTITY = {
  id: '01a1fd97-1a5f-719c-ab8c-ef7e031ca3f8',
  profileId: 'p',
  profileVersion: 1,
  createdAt: new Date(0),
};

const JOBS: readonly (readonly [string, CheckpointedJob])[] = Object.entries(CHECKPOINTED_JOBS);

function composed(inputs: CheckpointedJob): PlanContent {
  const plan = composePlan(inputs);
  if (plan.kind === 'rejected') throw new Error(JSON.stringify(plan.rejections));
  return plan.value;
}

/** As a page is made: from the text that is stored. */
function pageOf(inputs: CheckpointedJob): string {
  const document: PlanDocument = JSON.parse(planText(IDENTITY, inputs, composed(inputs)));
  return renderPlanPage(document);
}

const sectionOf = (page: string): string =>
  /<section[^>]*aria-labelledby="checkpoints">.*?<\/section>/s.exec(page)?.[0] ?? '';
const said = (page: string): string => textOf(page).replaceAll(NARROW, ' ').replace(/\s+/g, ' ');
const saidOf = (name: keyof typeof CHECKPOINTED_JOBS): string =>
  said(sectionOf(pageOf(CHECKPOINTED_JOBS[name])));

const planned = (name: keyof typeof CHECKPOINTED_JOBS) => {
  const { checkpointing } = composed(CHECKPOINTED_JOBS[name]);
  if (checkpointing === null) throw new Error('nothing is planned');
  return checkpointing;
};

/** The drawing of the lane of that name. */
const laneOf = (page: string, name: string): string =>
  new RegExp(`<div class="what"><b>${name}</b>.*?</svg>`, 's').exec(sectionOf(page))?.[0] ?? '';
const rectsOf = (drawing: string): { look: string; from: number; wide: number }[] =>
  [...drawing.matchAll(/<rect class="([^"]*)" x="([\d.]+)%"[^>]* width="([\d.]+)%"/g)].map(
    ([, look = '', from, wide]) => ({ look, from: Number(from), wide: Number(wide) }),
  );
const lineAt = (drawing: string, look: string): number =>
  Number(new RegExp(`<line class="${look}" x1="([\\d.]+)%"`).exec(drawing)?.[1]);

describe('the section on checkpoints of a page', () => {
  it.each(JOBS)('leaves the page sound: %s', (_, inputs) => {
    const page = pageOf(inputs);
    expectSound(page);
    expect(sectionOf(page)).not.toBe('');
    expect(pageOf(inputs)).toBe(page);
  });

  it('is not there where the profile says nothing of checkpoints', () => {
    const page = pageOf({ ...CHECKPOINTED_JOBS.set, checkpointing: undefined });
    expect(page).not.toContain('id="checkpoints"');
    expect(page).not.toContain('id="why-checkpoints"');
  });

  it.each([
    [
      'objectives',
      'Checkpoints: every 215 s, where 1 min is set 215 s is the longest that maxRecoveryMs allows',
    ],
    ['set', 'No objective says how long an interval may be. As it is set, every objective holds too;'],
    ['not set', 'Checkpoints: every 155 s, where none are set'],
    [
      'infeasible',
      'Checkpoints: no interval meets every objective For time in progress it must be 23 s at least',
    ],
    [
      'infeasible',
      'it misses time in progress, fullness of the network, reprocessing after a restore and recovery',
    ],
    ['never ends', 'Records that the job works through The backlog of a failure must be worked through'],
    ['nothing left to upload with', 'Nothing is left to upload with, so no checkpoint would ever end.'],
    ['by hand', 'Nothing restarts the job: somebody must.'],
    ['times out', '1 checkpoint fails: it takes longer than the timeout of 10 s. The job fails after'],
    ['constantly checkpointing', 'Degraded : the job is constantly checkpointing.'],
    ['guaranteed progress', 'Guaranteed progress : checkpoints would follow each other without end'],
    ['Kafka, an hour', 'The producer starts The producer does not start: it asks for a timeout of 1 h'],
    ['Kafka, an hour', 'transactional.id.expiration.ms on the broker'],
    ['everything', 'State backend: hashmap Of one TaskManager.'],
    ['everything', 'Checkpoints grow By 8.34 kB/s (95 %: 8.32 kB/s to 8.36 kB/s).'],
    ['everything', 'Metaspace leaks It grows by 1.11 kB/s'],
    ['no slow trouble', 'Checkpoints do not grow What was observed cannot be told from no growth:'],
    ['no slow trouble', 'Metaspace does not leak'],
  ] as const)('says of the job %s: %s', (name, text) => {
    expect(saidOf(name)).toContain(text);
  });

  it('draws the feasible range, the bounds and the intervals on one axis', () => {
    const page = pageOf(CHECKPOINTED_JOBS.objectives);
    const feasible = laneOf(page, 'Feasible');
    const [bar] = rectsOf(feasible);
    const { lowerMs, upperMs } = planned('objectives').feasibleInterval;
    if (bar === undefined || lowerMs === null || upperMs === null) throw new Error('no range');
    const [set, proposed] = [lineAt(feasible, 'ck-set'), lineAt(feasible, 'surface')];
    const perTenfold = (proposed - set) / Math.log10(215 / 60);
    expect(bar.from).toBeCloseTo(set + perTenfold * Math.log10(lowerMs / 60_000), 1);
    expect(bar.wide).toBeCloseTo(perTenfold * Math.log10(upperMs / lowerMs), 1);
    expect(rectsOf(laneOf(page, 'Time in progress'))[0]?.from).toBeCloseTo(bar.from, 2);
    const [recovery] = rectsOf(laneOf(page, 'Recovery time'));
    expect(recovery?.from).toBe(0);
    expect(recovery?.wide).toBeCloseTo(bar.from + bar.wide, 2);
    expect(laneOf(page, 'Classical optima').match(/<circle/g)).toHaveLength(3);
  });

  it('draws nothing feasible where nothing is', () => {
    const page = pageOf(CHECKPOINTED_JOBS.infeasible);
    expect(rectsOf(laneOf(page, 'Feasible'))).toEqual([]);
    expect(laneOf(page, 'Feasible')).not.toContain('class="surface"');
    expect(laneOf(page, 'Proposed')).toBe('');
    expect(page).not.toContain('The proposal as configuration');
  });

  it('draws the parts of a checkpoint and of a recovery to scale', () => {
    const page = pageOf(CHECKPOINTED_JOBS.objectives);
    const { proposal, recovery } = planned('objectives');
    const { durationMs, parts } = proposal?.checkpoint ?? {};
    const drawn = rectsOf(laneOf(page, 'Either way'));
    expect(drawn.map(({ look }) => look)).toEqual(['f-other', 'f-shuffle', 'f-state', 'f-checkpoint']);
    expect(drawn.at(-1)?.wide).toBeCloseTo((100 * (parts?.uploadMs ?? 0)) / (durationMs ?? 1), 2);
    const course = rectsOf(laneOf(page, 'At worst'));
    const span = (recovery?.rewindMs ?? 0) + (recovery?.recoveryMs ?? 0);
    const share = (ms: number | null | undefined): number => (100 * (ms ?? 0)) / span;
    expect(course.map(({ look }) => look)).toEqual([
      'talkbar',
      'f-other',
      'f-heap',
      'f-checkpoint',
      'f-kafka',
    ]);
    expect(course.map(({ wide }) => wide)).toEqual(
      [
        recovery?.rewindMs,
        recovery?.downtime.detectMs,
        recovery?.downtime.restartMs,
        recovery?.downtime.restoreMs,
        recovery?.catchUpMs,
      ].map((ms) => expect.closeTo(share(ms), 2)),
    );
  });

  it('has the timeline of the lib, named and described', () => {
    const section = sectionOf(pageOf(CHECKPOINTED_JOBS.objectives));
    expect(section).toContain(
      '<title id="ck-timeline-t">The first checkpoints, with checkpoints as they are set</title>',
    );
    expect(section).toMatch(/<desc id="ck-timeline-d">12 checkpoints\. In all 12 complete, 0 fail/);
    expect(section.match(/<rect class="f-checkpoint" fill/g)).toHaveLength(12);
  });

  it.each(JOBS)('has every figure that was derived as a link to why: %s', (_, inputs) => {
    const page = pageOf(inputs);
    const { checkpointing } = composed(inputs);
    const figures = [
      ...sectionOf(page).matchAll(/<data value="([^"]+)">(?:<a class="why" href="#([^"]*)">)?/g),
    ];
    expect(figures.length).toBeGreaterThan(15);
    const searched = [
      checkpointing?.intervalMs,
      checkpointing?.optima.streamingMs,
      inputs.checkpointing?.interval,
      inputs.checkpointing?.minPause ?? 0,
    ].map(String);
    const unexplained = figures.filter(([, , id]) => id === undefined).map(([, value]) => value);
    expect(unexplained.filter((value) => !searched.includes(value ?? ''))).toEqual([]);
  });

  it('leads from a figure of a sub-section over what it was asked to the step of the tuning', () => {
    const page = pageOf(CHECKPOINTED_JOBS.objectives);
    const rewind = /id="why-checkpointing-recovery-rewind-worst">.*?<\/div>/s.exec(page)?.[0] ?? '';
    expect(rewind).toContain('href="#why-checkpointing-checkpoint-aligned-duration"');
    const duration = /id="why-checkpointing-checkpoint-aligned-duration">.*?<\/div>/s.exec(page)?.[0] ?? '';
    expect(duration).toContain('/v1/reference/parameters/checkpoint.sync');
    const bytes = /id="why-checkpointing-checkpoint-aligned-machineBytes">.*?<\/div>/s.exec(page)?.[0] ?? '';
    expect(bytes).toContain('href="#why-checkpointing-checkpoint-perUser-fullBytes"');
  });

  it('takes nothing that a solver found for a parameter', () => {
    for (const name of ['objectives', 'infeasible'] as const) {
      const page = pageOf(CHECKPOINTED_JOBS[name]);
      expect(page).not.toMatch(/parameters\/[^"]*%20/);
    }
    expect(said(pageOf(CHECKPOINTED_JOBS.objectives))).toContain('chosen within the feasible range');
  });

  it('writes every optimum as a time', () => {
    const optimum = /id="why-checkpointing-optimum-utilization">.*?<\/div>/s.exec(
      pageOf(CHECKPOINTED_JOBS.objectives),
    );
    expect(said(optimum?.[0] ?? '')).toContain('= 13.8 min');
  });

  it('marks figures that are no firmer than a rule of thumb, and what the answer rests on', () => {
    expect(saidOf('infeasible')).toContain(
      'Weakest figure that it rests on: unverified incremental checkpoint',
    );
    expect(saidOf('objectives')).toContain('Restart heuristic 30.30');
    expect(saidOf('Kafka, pooled')).toContain('Memory of the brokers for them unverified');
  });

  it('has the proposal to copy, in keys of the version that is asked for', () => {
    const { config } = planned('Kafka, an hour');
    const copy = /<ul class="paste copy">(.*?)<\/ul>/s.exec(
      sectionOf(pageOf(CHECKPOINTED_JOBS['Kafka, an hour'])),
    );
    const lines = (copy?.[1] ?? '').split('</li>').map((line) => textOf(line).replaceAll('\n', ''));
    expect(lines.filter((line) => line !== '')).toEqual(
      Object.entries(config).map(([key, value]) => `${key}: ${value}`),
    );
    expect(lines).toContain('state.backend.incremental: false');
  });

  it.each(['fifty operators', 'joins and hostile names'] as const)('stays readable for %s', (name) => {
    const inputs: Omit<CheckpointedJob, 'name'> = UNUSUAL_JOBS[name] ?? CHECKPOINTED_JOBS.set;
    const page = pageOf({ ...inputs, name, objectives: { maxRecoveryMs: 900_000, maxReprocessMs: 600_000 } });
    expectSound(page);
    expect(page).not.toMatch(/<script|<b>alert|payments\/<b>/);
    expect(page.length).toBeLessThan(3_000_000);
    const unexplained = [...sectionOf(page).matchAll(/<data value="[^"]+">(?!<a)/g)];
    expect(unexplained.length).toBeLessThan(6);
  });
});
