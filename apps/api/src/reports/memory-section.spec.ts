import { composePlan, type PlanContent } from '@plimsoll/planner';
import { CONFIGURED_JOBS, type ConfiguredJob } from '../../../../test/configured-jobs.js';
import { expectSound, textOf } from '../../../../test/sound-page.js';
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

function composed(inputs: ConfiguredJob): PlanContent {
  const plan = composePlan(inputs);
  if (plan.kind === 'rejected') throw new Error(JSON.stringify(plan.rejections));
  return plan.value;
}

/** As a page is made: from the text that is stored. */
function pageOf(inputs: ConfiguredJob): string {
  const document: PlanDocument = JSON.parse(planText(IDENTITY, inputs, composed(inputs)));
  return renderPlanPage(document);
}

const sectionOf = (page: string): string =>
  /<section[^>]*aria-labelledby="memory">.*?<\/section>/s.exec(page)?.[0] ?? '';
const said = (page: string): string => textOf(sectionOf(page)).replaceAll(NARROW, ' ').replace(/\s+/g, ' ');

/** The rows of a process’s table: name, what sets the size, and the figures. */
const rowsOf = (page: string, title: string): string[][] => {
  const table = new RegExp(`<caption><b>${title}</b>.*?</table>`, 's').exec(sectionOf(page))?.[0] ?? '';
  return [...table.matchAll(/<tr class="[^"]*"><th.*?<\/tr>/gs)].map(([row]) =>
    textOf(row)
      .replaceAll(NARROW, ' ')
      .split('\n')
      .map((text) => text.trim())
      .filter((text) => text !== ''),
  );
};

describe('the memory section of a page', () => {
  it.each(Object.entries(CONFIGURED_JOBS))('leaves the page sound: %s', (_, inputs) => {
    const page = pageOf(inputs);
    expectSound(page);
    expect(pageOf(inputs)).toBe(page);
  });

  it('is the same whether sizes are computed or stored', () => {
    const inputs = CONFIGURED_JOBS.tuned;
    const document: PlanDocument = JSON.parse(planText(IDENTITY, inputs, composed(inputs)));
    expect(sectionOf(renderPlanPage({ ...document, memory: composed(inputs).memory }))).toBe(
      sectionOf(renderPlanPage(document)),
    );
  });

  it('is not there where the configuration says nothing of memory', () => {
    const page = pageOf(CONFIGURED_JOBS.silent);
    expect(page).not.toContain('id="memory"');
    expect(page).not.toContain('id="why-memory"');
  });

  it('tells each pool of a TaskManager: its size, its share, what set it, what was used and what is left', () => {
    expect(rowsOf(pageOf(CONFIGURED_JOBS.tuned), 'TaskManager')).toEqual([
      ['Total Flink memory', '7112.00', '86.8 %', 'not observed', '–', 'not observed', '–'],
      ['JVM heap', '1152.00', '14.1 %', '1130.00', '22.00', '1.9 %'],
      [
        'Framework heap',
        'default of',
        'taskmanager.memory.framework.heap.size',
        '128.00',
        '1.6 %',
        'not observed',
        '–',
        'not observed',
        '–',
      ],
      [
        'Task heap',
        'taskmanager.memory.task.heap.size',
        '1024.00',
        '12.5 %',
        'not observed',
        '–',
        'not observed',
        '–',
      ],
      ['Off-heap memory', '5960.00', '72.8 %', 'not observed', '–', 'not observed', '–'],
      [
        'Managed memory',
        'taskmanager.memory.managed.size',
        '5800.00',
        '70.8 %',
        'not observed',
        '–',
        'not observed',
        '–',
      ],
      ['Direct memory', '160.00', '2.0 %', 'not observed', '–', 'not observed', '–'],
      [
        'Framework off-heap',
        'default of',
        'taskmanager.memory.framework.off-heap.size',
        '128.00',
        '1.6 %',
        'not observed',
        '–',
        'not observed',
        '–',
      ],
      [
        'Task off-heap',
        'default of',
        'taskmanager.memory.task.off-heap.size',
        '0.00',
        '0.0 %',
        'not observed',
        '–',
        'not observed',
        '–',
      ],
      [
        'Network memory',
        'held by',
        'taskmanager.memory.network.max',
        '32.00',
        '0.4 %',
        '12.00',
        '20.00',
        '166.7 %',
      ],
      [
        'JVM metaspace',
        'taskmanager.memory.jvm-metaspace.size',
        '120.00',
        '1.5 %',
        '106.00',
        '14.00',
        '13.2 %',
      ],
      ['JVM overhead', 'what the others leave', '960.00', '11.7 %', 'not observed', '–', 'not observed', '–'],
      [
        'Total process memory',
        'taskmanager.memory.process.size',
        '8192.00',
        '100.0 %',
        '7900.00',
        '292.00',
        '3.7 %',
      ],
    ]);
  });

  it('tells of a JobManager and of pods where they are planned', () => {
    const page = pageOf(CONFIGURED_JOBS['on Kubernetes']);
    expect(rowsOf(page, 'JobManager').map(([name, ...rest]) => [name, rest.slice(0, -2).join('')])).toEqual([
      ['Total Flink memory', ''],
      ['JVM heap', 'what the others leave'],
      ['Off-heap memory', 'default ofjobmanager.memory.off-heap.size'],
      ['JVM metaspace', 'default ofjobmanager.memory.jvm-metaspace.size'],
      ['JVM overhead', 'held byjobmanager.memory.jvm-overhead.min'],
      ['Total process memory', 'jobmanager.memory.process.size'],
    ]);
    expect(said(page)).toContain('TaskManager 4096.00 6144.00 2048.00 JobManager 1600.00 1600.00 0.00');
  });

  it('has every size as a link to a step that says why, in binary units and to the byte', () => {
    const page = pageOf(CONFIGURED_JOBS['on Kubernetes']);
    const figures = [
      ...sectionOf(page).matchAll(/<data value="(\d+)">(?:<a class="why" href="#([^"]*)">)?/g),
    ];
    expect(figures.length).toBeGreaterThan(30);
    const unexplained = figures.filter(([, , id]) => id === undefined);
    expect(unexplained).toHaveLength(1);
    const body = /id="why-memory-taskManager-network">.*?<\/div>/s.exec(page)?.[0] ?? '';
    expect(textOf(body).replaceAll(NARROW, ' ')).toMatch(/343\.04 MiB[\s\S]*359 703 515 B/);
  });

  it('draws each process once, named and described, its bars to scale', () => {
    const section = sectionOf(pageOf(CONFIGURED_JOBS.tuned));
    expect(section.match(/<svg viewBox/g)).toHaveLength(1);
    const heights = [...section.matchAll(/<rect class="f-(\w+)"[^>]* height="([\d.]+)"/g)].map(
      ([, kind, height]) => [kind, Number(height)],
    );
    const sum = heights.reduce((total, [, height]) => total + Number(height), 0);
    expect(sum).toBeCloseTo(520, 0);
    expect(heights).toContainEqual(['state', expect.closeTo((520 * 5800) / 8192, 1)]);
    expect(section).toMatch(/<title id="m-taskManager-t">Memory of one TaskManager: 8192\u202fMiB/);
    expect(section).toMatch(/<desc[^>]*>[^<]*Managed memory 5800 \(70\.8\u202f%\)/);
    expect(section).toMatch(/<desc[^>]*>[^<]*JVM heap 1152, 1130 of it used/);
  });

  it('has what to paste, what Flink logs and what was judged', () => {
    const text = said(pageOf(CONFIGURED_JOBS.tuned));
    for (const part of [
      '-Xmx1207959552 -Xms1207959552 -XX:MaxDirectMemorySize=167772160 -XX:MaxMetaspaceSize=125829120',
      'INFO The derived from fraction network memory',
      'The JVM heap of 1152 MiB has 2 % headroom over the 1130 MiB in use.',
      'Managed memory of a slot 1450.00 Block cache 1208.33',
    ])
      expect(text).toContain(part);
  });

  it('tells of databases that flush all the time and of buffers that are too few', () => {
    const text = said(pageOf(CONFIGURED_JOBS['too few buffers']));
    expect(text).toContain('It flushes all the time: the first 8 MiB of a memtable are above the limit.');
    expect(text).toMatch(
      /buffers too few: a task fails with IOException: Insufficient number of network buffers/,
    );
  });

  it('tells what Flink throws and what would work, and draws nothing, where Flink refuses', () => {
    const page = pageOf(CONFIGURED_JOBS.rejected);
    expect(sectionOf(page)).not.toContain('viewBox="0 0 360');
    const text = said(page);
    for (const part of [
      'Memory: Flink refuses this configuration',
      'The TaskManager does not start with it',
      'IllegalConfigurationException TaskManager memory configuration failed:',
      'The nearest configuration that works taskmanager.memory.process.size: 12297699347b',
    ])
      expect(text).toContain(part);
    const { config } = CONFIGURED_JOBS.rejected;
    const mended = { ...config, 'taskmanager.memory.process.size': '12297699347b' };
    expect(composed({ ...CONFIGURED_JOBS.rejected, config: mended }).memory).toHaveProperty('taskManager');
  });

  it('stays readable for a dataflow of two hundred exchanges, and says what is left out', () => {
    const job = CONFIGURED_JOBS['on Kubernetes'];
    const operators = Array.from({ length: 200 }, (_, nth) => ({ id: `op${nth}`, kind: 'map' as const }));
    const ids = ['orders', ...operators.map(({ id }) => id)];
    const edges = operators.map(({ id: to }, nth) => ({
      from: ids[nth] ?? '',
      to,
      shipStrategy: 'HASH' as const,
    }));
    const [source] = job.workload.operators;
    if (source === undefined) throw new Error('no source');
    const page = pageOf({ ...job, workload: { operators: [source, ...operators], edges } });
    expectSound(page);
    expect(textOf(page)).toMatch(/steps of the network buffers are in/);
    expect(page.length).toBeLessThan(4_000_000);
    const unexplained = [...sectionOf(page).matchAll(/<data value="\d+">(?!<a)/g)];
    expect(unexplained).toHaveLength(1);
  });

  it('shows values of options as text, whatever is in them', () => {
    const page = pageOf(CONFIGURED_JOBS['rejected, hostile']);
    expect(page).not.toContain('<script');
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });
});
