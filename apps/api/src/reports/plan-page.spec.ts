import { capacity, ENGINE_VERSION, talkBeside, weakestInput } from '@plimsoll/planner';
import fc from 'fast-check';
import { capacityRequest } from '../../../../libs/testing/src/index.js';
import { expectSound, textOf } from '../../../../test/sound-page.js';
import { type Job, UNUSUAL_JOBS } from '../../../../test/unusual-jobs.js';
import { renderPlanPage } from './plan-page.js';

function pageOf({ model, ...inputs }: Job): string {
  const plan = capacity({ model, ...inputs });
  if (plan.kind === 'rejected') throw new Error(JSON.stringify(plan.rejections));
  return renderPlanPage(
    {
      id: '01a1fd97-1a5f-719c-ab8c-ef7e031ca3f8',
      profileVersion: 1,
      createdAt: '2026-11-21T09:30:00.000Z',
      engineVersion: ENGINE_VERSION,
      inputsHash: '9f2c41d07ab3'.padEnd(60, '0').concat('e85a'),
      inputs,
      capacity: plan.value,
      memory: null,
      checkpointing: null,
      findings: plan.value.findings,
    },
    {
      talk: inputs.name === 'any' ? null : talkBeside(inputs),
      weakest: inputs.name === 'sample' ? weakestInput(inputs) : null,
    },
  );
}

describe('the page of a plan', () => {
  it.each(Object.keys(UNUSUAL_JOBS))('is sound: %s', (name) => {
    const job = UNUSUAL_JOBS[name];
    if (job !== undefined) expectSound(pageOf(job));
  });

  it('is sound for any plan', () => {
    fc.assert(
      fc.property(capacityRequest({ innerOperators: 4 }), (request) =>
        expectSound(pageOf({ name: 'any', ...request })),
      ),
      { numRuns: 25 },
    );
  });

  it('is the same for the same plan', () => {
    const job = UNUSUAL_JOBS.sample;
    if (job !== undefined) expect(pageOf(job)).toBe(pageOf(job));
  });

  it('has the figures of the sample, each exact in base units', () => {
    const page = pageOf(
      UNUSUAL_JOBS.sample ?? {
        name: '',
        workload: { operators: [], edges: [] },
        cluster: { machine: { networkIn: 1, networkOut: 1 } },
      },
    );
    const rows = [...page.matchAll(/<data value="([^"]*)"><a class="why" href="#[^"]*">([^<]*)</g)];
    expect(rows.slice(0, 5).map(([, value, text]) => [Math.round(Number(value)), text])).toEqual([
      [400_000_000, '400.00'],
      [320_000_000, '320.00'],
      [40_000_000, '40.00'],
      [192_875_806, '192.88'],
      [952_875_806, '952.88'],
    ]);
    expect(textOf(page)).toContain('With 4 machines network in would stand at 93.3\u202f%.');
    expect(textOf(page)).toContain('One minute of a machine');
  });

  it.each([
    ['over the line', '4 machines carry this job above the load line;', '166.09 over the line'],
    ['over capacity', '3 machines do not carry this job;', '499.24 over the line'],
    ['no number fits', '4 machines do not carry this job;', 'No number of machines fits'],
    ['hashmap', '5 machines do not carry this job;', 'What each machine holds in memory.'],
    ['uneven placement', '3 machines carry this job;', 'How the machines differ'],
    ['long interval', '5 machines carry this job;', 'Ten minutes of a machine'],
    ['short interval', '5 machines carry this job;', 'One hour of a machine'],
    ['a byte a second', '1 machine carries this job;', '<1\u202f% of 1250\u202fMB/s'.replace('<', '&lt;')],
    ['nothing on the network', '1 machine carries this job;', 'nothing that is counted loads it.'],
    ['model talk', '5 machines carry this job;', 'model talk'],
  ])('says of a plan %s: %s %s', (name, verdict, more) => {
    const job = UNUSUAL_JOBS[name];
    const text = job === undefined ? '' : textOf(pageOf(job));
    expect([verdict, more].filter((part) => !text.includes(part))).toEqual([]);
  });

  it('leaves out the strip where nothing comes in bursts', () => {
    const job = UNUSUAL_JOBS['nothing on the network'];
    expect(job === undefined ? '' : pageOf(job)).not.toContain('of a machine</h2>');
  });

  it('shows names as text, whatever is in them', () => {
    const job = UNUSUAL_JOBS['joins and hostile names'];
    const page = job === undefined ? '' : pageOf(job);
    expect(page).not.toMatch(/<script|<b>alert|payments\/<b>/);
    expect(page).toContain(
      '&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quotes&quot; &#39;too&#39; -- &gt;',
    );
  });

  it('draws nothing of a resource whose capacity is not given', () => {
    const job = UNUSUAL_JOBS.sample;
    const page = job === undefined ? '' : pageOf(job);
    expect(page.match(/<figure class="vessel/g)).toHaveLength(1);
    expect(textOf(page)).toContain('What each machine keeps on its state disk. Its capacity is not given.');
  });

  it('draws networks and disks with two holds, all else with one', () => {
    const job = UNUSUAL_JOBS['local disks'];
    const page = job === undefined ? '' : pageOf(job);
    const titles = [...page.matchAll(/<title id="[^"]*">How full one machine is: ([^<]*), load line/g)];
    expect(titles.map(([, title = '']) => title.replace(/ [\d.]+\u202f%/g, ''))).toEqual([
      'network in, network out',
      'disk read, disk write',
      'disk operations',
      'CPU',
      'disk space',
    ]);
  });

  it('stays readable for a thousand operators', () => {
    const operators = Array.from({ length: 1000 }, (_, nth) => ({
      id: `op${nth}`,
      ...(nth < 100
        ? { kind: 'source' as const, recordsPerSecond: 1000 * nth + 1, recordBytes: 500 }
        : {
            kind: 'window' as const,
            window: { assigner: 'tumbling' as const, size: 60_000 },
            keys: 1000,
            state: { entryBytes: 40 },
          }),
    }));
    const edges = operators
      .slice(100)
      .map(({ id }, nth) => ({ from: `op${nth}`, to: id, shipStrategy: 'HASH' as const }));
    const machine = { networkIn: 1.25e8, networkOut: 1.25e8, stateDisk: { attachment: 'network' as const } };
    const plan = capacity({ workload: { operators, edges }, cluster: { machines: 50, machine } });
    if (plan.kind === 'rejected') throw new Error(JSON.stringify(plan.rejections));
    const inputs = { workload: { operators, edges }, cluster: { machines: 50, machine } };
    const about = {
      id: 'x',
      profileVersion: 1,
      createdAt: '2026-11-21T09:30:00.000Z',
      engineVersion: '0',
      inputsHash: '0',
    };
    const page = renderPlanPage({
      ...about,
      inputs,
      capacity: plan.value,
      memory: null,
      checkpointing: null,
      findings: plan.value.findings,
    });
    expectSound(page);
    expect(page.length).toBeLessThan(4_000_000);
    expect(textOf(page)).toMatch(/steps further down are in/);
  });
});
