import { existsSync } from 'node:fs';
import axe from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { CHECKPOINTED_JOBS } from '../../../../test/checkpointed-jobs.js';
import { CONFIGURED_JOBS } from '../../../../test/configured-jobs.js';
import { type StartedApp, startApp } from '../../../../test/start-app.js';
import { clientOf } from '../../../../test/stored.js';
import { UNUSUAL_JOBS } from '../../../../test/unusual-jobs.js';

/**
 * The pages in a real browser. Without one the tests are skipped, and say so; where a browser must be there (`CI` or
 * `PLIMSOLL_REQUIRE_BROWSER` is set) its absence fails them.
 */
const EXECUTABLE = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const FOUND = existsSync(EXECUTABLE);
const REQUIRED = Boolean(process.env.CI ?? process.env.PLIMSOLL_REQUIRE_BROWSER);
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

interface Look {
  readonly width: number;
  readonly scheme: 'light' | 'dark';
  readonly media: 'screen' | 'print';
  readonly script: boolean;
}

const LOOKS: readonly Look[] = [1280, 360].flatMap((width) =>
  [true, false].flatMap((script): Look[] => [
    { width, scheme: 'light', media: 'screen', script },
    { width, scheme: 'dark', media: 'screen', script },
    { width, scheme: 'light', media: 'print', script },
    { width, scheme: 'dark', media: 'print', script },
  ]),
);

const nameOf = ({ width, scheme, media, script }: Look): string =>
  `${width} px, ${scheme}, ${media}, ${script ? 'with' : 'without'} JavaScript`;

/** Sections: as selectors, and as axe takes them. It looks at the whole page of the sample, and at what differs of the others. */
const CHECKPOINTS = 'section[aria-labelledby="checkpoints"]';
const SECTION = JSON.stringify({ include: [[CHECKPOINTS]] });
const MEMORY = 'section[aria-labelledby="memory"]';
const MEMORY_SECTION = JSON.stringify({ include: [[MEMORY]] });
const PLAN = JSON.stringify({ exclude: [[CHECKPOINTS], [MEMORY]] });

const UNUSUAL = [
  'over capacity',
  'far over capacity',
  'hashmap',
  'local disks',
  'uneven placement',
  'fifty operators',
];

if (!FOUND && REQUIRED) {
  it('needs a browser', () => {
    throw new Error(
      `There is no browser at ${EXECUTABLE}. Install Chromium, or say where it is in CHROMIUM_PATH.`,
    );
  });
}

(FOUND ? describe : describe.skip)(
  FOUND ? 'in a browser' : `in a browser (there is none at ${EXECUTABLE})`,
  () => {
    let started: StartedApp;
    let browser: Browser;
    let origin: string;

    beforeAll(async () => {
      started = await startApp();
      await started.app.listen(0, '127.0.0.1');
      origin = (await started.app.getUrl()).replace(/\/$/, '');
      browser = await chromium.launch({ executablePath: EXECUTABLE, headless: true, args: ARGUMENTS });
    }, 60_000);
    afterAll(async () => {
      await browser?.close();
      await started?.stop();
    });

    /** Opens a page in a look, lets it settle, and tells what it complained of and asked for. */
    async function visit<T>(path: string, look: Look, ask: (page: Page) => Promise<T>): Promise<T> {
      const context: BrowserContext = await browser.newContext({
        viewport: { width: look.width, height: 900 },
        colorScheme: look.scheme,
        javaScriptEnabled: look.script,
      });
      try {
        const page = await context.newPage();
        const complaints: string[] = [];
        const asked: string[] = [];
        page.on('console', (message) => {
          if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
        });
        page.on('pageerror', (error) => complaints.push(error.message));
        page.on('request', (request) => asked.push(request.url()));
        await page.emulateMedia({ media: look.media, colorScheme: look.scheme });
        await page.goto(`${origin}${path}`, { waitUntil: 'load' });
        const answer = await ask(page);
        expect(complaints).toEqual([]);
        expect(asked.filter((url) => !url.startsWith(`${origin}/`) && !url.startsWith('data:'))).toEqual([]);
        return answer;
      } finally {
        await context.close();
      }
    }

    /** By how much a page is wider than the window; 0 where nothing must be scrolled sideways. */
    const excess = (page: Page): Promise<number> =>
      page.evaluate(
        () =>
          document.documentElement.scrollWidth - Math.min(document.documentElement.clientWidth, innerWidth),
      );

    /** What axe finds; its own script needs JavaScript. */
    async function violations(page: Page, within = 'document'): Promise<string[]> {
      await page.evaluate(axe.source);
      const results: axe.AxeResults = await page.evaluate(`axe.run(${within})`);
      return results.violations.map(
        ({ id, nodes }) =>
          `${id}: ${nodes
            .map((node) => node.target.join(' '))
            .slice(0, 3)
            .join(' | ')}`,
      );
    }

    describe.each(LOOKS.map((look) => [nameOf(look), look] as const))('the sample at %s', (_, look) => {
      it('asks no other host for anything, needs no scrolling sideways, and can be read by all', async () => {
        const found = await visit('/', look, async (page) => ({
          heading: await page.textContent('h1'),
          excess: await excess(page),
          violations: look.script && look.media === 'screen' ? await violations(page) : [],
        }));
        expect(found.heading).toMatch(/^5 machines carry this job;/);
        expect(found.excess).toBeLessThanOrEqual(0);
        expect(found.violations).toEqual([]);
      }, 30_000);
    });

    describe.each(UNUSUAL)('a plan %s', (name) => {
      let path: string;

      beforeAll(async () => {
        const { model, ...profile } = UNUSUAL_JOBS[name] ?? {};
        const client = clientOf(started.server);
        path = `/v1/plans/${await client.plan(await client.profile(profile))}/page`;
      });

      it.each([
        { width: 1280, scheme: 'dark', media: 'screen', script: true },
        { width: 360, scheme: 'light', media: 'screen', script: true },
        { width: 700, scheme: 'light', media: 'print', script: true },
      ] as const)(
        'needs no scrolling sideways and can be read by all at $width px, $media',
        async (look) => {
          const found = await visit(path, look, async (page) => ({
            excess: await excess(page),
            violations: look.media === 'screen' ? await violations(page, PLAN) : [],
          }));
          expect(found.excess).toBeLessThanOrEqual(0);
          expect(found.violations).toEqual([]);
        },
        60_000,
      );
    });

    describe.each(['tuned', 'on Kubernetes', 'too few buffers', 'rejected'] as const)('memory %s', (name) => {
      let path: string;

      beforeAll(async () => {
        const client = clientOf(started.server);
        path = `/v1/plans/${await client.plan(await client.profile(CONFIGURED_JOBS[name]))}/page`;
      });

      it.each([
        { width: 1280, scheme: 'light', media: 'screen', script: true },
        { width: 1280, scheme: 'dark', media: 'screen', script: true },
        { width: 360, scheme: 'light', media: 'screen', script: true },
        { width: 360, scheme: 'dark', media: 'screen', script: true },
        { width: 700, scheme: 'dark', media: 'print', script: true },
      ] as const)(
        'needs no scrolling sideways and can be read by all at $width px, $scheme, $media',
        async (look) => {
          const found = await visit(path, look, async (page) => ({
            excess: await excess(page),
            violations: look.media === 'screen' ? await violations(page, MEMORY_SECTION) : [],
            wide: await page
              .locator(MEMORY)
              .locator('table, p, svg, dl')
              .evaluateAll((parts) =>
                parts.filter((part) => part.scrollWidth > part.clientWidth + 1).map((part) => part.outerHTML),
              ),
            cut: await page
              .locator('figure:has([id^="m-"]) text')
              .evaluateAll((texts) =>
                texts
                  .filter((text) => text.getBoundingClientRect().right > document.documentElement.clientWidth)
                  .map((text) => text.textContent),
              ),
          }));
          expect(found).toEqual({ excess: expect.any(Number), violations: [], wide: [], cut: [] });
          expect(found.excess).toBeLessThanOrEqual(0);
        },
        60_000,
      );
    });

    describe.each(['everything', 'infeasible', 'Kafka, an hour', 'stateless'] as const)(
      'checkpoints %s',
      (name) => {
        let path: string;

        beforeAll(async () => {
          const client = clientOf(started.server);
          path = `/v1/plans/${await client.plan(await client.profile(CHECKPOINTED_JOBS[name]))}/page`;
        });

        it.each([
          { width: 1280, scheme: 'light', media: 'screen', script: true },
          { width: 360, scheme: 'dark', media: 'screen', script: true },
          { width: 700, scheme: 'dark', media: 'print', script: true },
        ] as const)(
          'need no scrolling sideways and can be read by all at $width px, $scheme, $media',
          async (look) => {
            const found = await visit(path, look, async (page) => ({
              excess: await excess(page),
              violations: look.media === 'screen' ? await violations(page, SECTION) : [],
              wide: await page
                .locator(CHECKPOINTS)
                .locator('table, p, dl, ul')
                .evaluateAll((parts) =>
                  parts
                    .filter((part) => part.scrollWidth > part.clientWidth + 1)
                    .map((part) => part.outerHTML),
                ),
              cut: await page.locator(`${CHECKPOINTS} svg text`).evaluateAll((texts) =>
                texts
                  .map((text) => [text.textContent, text.getBoundingClientRect()] as const)
                  .filter(([, { left, right }]) => left < 0 || right > document.documentElement.clientWidth)
                  .map(([text]) => text),
              ),
              askew: await page
                .locator(`${CHECKPOINTS} figure`)
                .evaluateAll(
                  (figures) =>
                    figures.filter(
                      (figure) =>
                        new Set(
                          Array.from(figure.querySelectorAll('.plot')).map((plot) =>
                            JSON.stringify([plot.getBoundingClientRect().left, plot.clientWidth]),
                          ),
                        ).size > 1,
                    ).length,
                ),
              touching: await page.locator(`${CHECKPOINTS} svg`).evaluateAll((drawings) =>
                drawings.flatMap((drawing) => {
                  const boxes = Array.from(drawing.querySelectorAll('text')).map((text) => ({
                    text: text.textContent,
                    ...text.getBoundingClientRect().toJSON(),
                  }));
                  return boxes
                    .filter((box, nth) =>
                      boxes.slice(0, nth).some((other) => box.left < other.right && other.left < box.right),
                    )
                    .map(({ text }) => text);
                }),
              ),
            }));
            expect(found).toEqual({ excess: 0, violations: [], wide: [], cut: [], askew: 0, touching: [] });
          },
          60_000,
        );
      },
    );

    it.each([true, false])(
      'a figure of checkpoints leads to why it is so, JavaScript %p',
      async (script) => {
        const client = clientOf(started.server);
        const path = `/v1/plans/${await client.plan(await client.profile(CHECKPOINTED_JOBS.objectives))}/page`;
        await visit(path, { width: 1280, scheme: 'light', media: 'screen', script }, async (page) => {
          const step = page.locator('#why-checkpointing-bound-maxRecoveryMs');
          expect(await step.isVisible()).toBe(false);
          await page.locator('a.why[href="#why-checkpointing-bound-maxRecoveryMs"]').first().click();
          expect(await step.isVisible()).toBe(true);
        });
      },
      30_000,
    );

    it.each([true, false])(
      'a size of memory leads to why it is so, JavaScript %p',
      async (script) => {
        const client = clientOf(started.server);
        const path = `/v1/plans/${await client.plan(await client.profile(CONFIGURED_JOBS.tuned))}/page`;
        await visit(path, { width: 1280, scheme: 'light', media: 'screen', script }, async (page) => {
          const step = page.locator('#why-memory-taskManager-network');
          expect(await step.isVisible()).toBe(false);
          await page.locator('a.why[href="#why-memory-taskManager-network"]').first().click();
          expect(await step.isVisible()).toBe(true);
        });
      },
      30_000,
    );

    describe.each([true, false])('why, JavaScript %p', (script) => {
      const look: Look = { width: 1280, scheme: 'light', media: 'screen', script };

      it('opens where a figure leads to it', async () => {
        await visit('/', look, async (page) => {
          const link = page.locator('a.why[href^="#why-"]').first();
          const id = ((await link.getAttribute('href')) ?? '').slice(1);
          const isOpen = () =>
            page.locator(`details:has(> [id="${id}"])`).evaluate((details) => details.hasAttribute('open'));
          expect(await isOpen()).toBe(false);
          await link.click();
          await expect(page.locator(`[id="${id}"]`).isVisible()).resolves.toBe(true);
          expect(await isOpen()).toBe(true);
        });
      });

      it('is open when the address names a step', async () => {
        await visit('/#why-networkOut-total', look, async (page) => {
          expect(await page.locator('#why-networkOut-total').isVisible()).toBe(true);
        });
      });

      it('is open in all its steps on paper', async () => {
        await visit('/', { ...look, media: 'print' }, async (page) => {
          const hidden = await page
            .locator('.step')
            .evaluateAll((steps) =>
              steps.filter((step) => step.getBoundingClientRect().height === 0).map((step) => step.id),
            );
          expect(hidden).toEqual([]);
        });
      });
    });

    it.each([
      ['/docs', '.swagger-ui .opblock'],
      ['/graphiql', '.graphiql-container'],
    ])(
      '%s works with files of this host only',
      async (path, sign) => {
        await visit(path, { width: 1280, scheme: 'light', media: 'screen', script: true }, async (page) => {
          await page.locator(sign).first().waitFor({ timeout: 15_000 });
          await page.waitForLoadState('networkidle');
        });
      },
      30_000,
    );
  },
);
