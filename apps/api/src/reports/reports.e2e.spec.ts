import request from 'supertest';
import { CHECKPOINTED_JOBS } from '../../../../test/checkpointed-jobs.js';
import { CONFIGURED_JOBS } from '../../../../test/configured-jobs.js';
import { expectSound } from '../../../../test/sound-page.js';
import { type StartedApp, startApp } from '../../../../test/start-app.js';
import { clientOf, NOBODYS_ID } from '../../../../test/stored.js';

describe('pages', () => {
  let started: StartedApp;

  beforeAll(async () => {
    started = await startApp({ auth: 'keys' });
  });
  afterAll(() => started.stop());

  it('shows the sample plan at / to anyone', async () => {
    const { text, headers } = await request(started.server).get('/').expect(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(text).toContain('5 machines carry this job;');
    expect(text).toContain('76\u202f% of 1250\u202fMB/s');
    for (const path of ['/docs', '/graphiql', '/v1/plans/']) expect(text).toContain(`href="${path}`);
  });

  it('allows no script and no request', async () => {
    const { headers, text } = await request(started.server).get('/').expect(200);
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; img-src data:;/,
    );
    expect(text).not.toMatch(/<script| on[a-z]+=|style="|@import|url\((?!#)/);
  });

  it('gives a plan of the caller’s workspace, and nobody else’s', async () => {
    const own = clientOf(started.server, await started.key('one'));
    const other = clientOf(started.server, await started.key('two'));
    const id = await own.plan(await own.profile({ name: 'Mine & only mine' }));
    const { text, headers } = await own.get(`/v1/plans/${id}/page`).expect(200);
    expect(text).toContain('Mine &amp; only mine, version 1, model full');
    expect(headers['cache-control']).toBe('private, no-cache');
    const refused = await other.get(`/v1/plans/${id}/page`).expect(404);
    expect(refused.headers['content-type']).toContain('application/problem+json');
    expect(refused.body.code).toBe('NOT_FOUND');
  });

  it('answers a problem as problem+json', async () => {
    const client = clientOf(started.server, await started.key('three'));
    for (const id of [NOBODYS_ID, 'no-id', '%00']) {
      const { body, headers } = await client.get(`/v1/plans/${id}/page`).expect(404);
      expect(headers['content-type']).toContain('application/problem+json');
      expect(body.code).toBe('NOT_FOUND');
    }
    const { body } = await request(started.server).get(`/v1/plans/${NOBODYS_ID}/page`).expect(401);
    expect(body.code).toBe('UNAUTHENTICATED');
  });

  it('needs not send a page that the caller has already', async () => {
    const { headers } = await request(started.server).get('/').expect(200);
    const tag = headers.etag ?? '';
    expect(tag).toMatch(/^"[\w-]{27}"$/);
    const again = await request(started.server).get('/').set('If-None-Match', `W/${tag}, "else"`).expect(304);
    expect(again.text).toBe('');
    expect(again.headers.etag).toBe(tag);
    await request(started.server).get('/').set('If-None-Match', '"else"').expect(200);
  });

  it.each([
    ['tuned', 'Memory of one TaskManager: 8192\u202fMiB, its pools nested and to scale'],
    ['rejected', 'Memory: Flink refuses this configuration'],
    ['silent', null],
  ] as const)('shows the memory that the configuration of a profile gives: %s', async (name, heading) => {
    const client = clientOf(started.server, await started.key('memory'));
    const id = await client.plan(await client.profile(CONFIGURED_JOBS[name]));
    const { text } = await client.get(`/v1/plans/${id}/page`).expect(200);
    expectSound(text);
    if (heading === null) expect(text).not.toContain('id="memory"');
    else expect(text).toContain(heading);
  });

  it.each([
    ['objectives', 'Checkpoints: every 215\u202fs, where 1\u202fmin is set'],
    ['infeasible', 'Checkpoints: no interval meets every objective'],
    ['Kafka, an hour', 'The producer does not start: it asks for a timeout of 1 h'],
  ] as const)('shows how the job of a profile may checkpoint: %s', async (name, text) => {
    const client = clientOf(started.server, await started.key('checkpoints'));
    const id = await client.plan(await client.profile(CHECKPOINTED_JOBS[name]));
    const answer = await client.get(`/v1/plans/${id}/page`).expect(200);
    expectSound(answer.text);
    expect(answer.text).toContain(text);
  });

  it('sets the talk and the weakest input beside a plan of this engine', async () => {
    const { text } = await request(started.server).get('/').expect(200);
    expect(text).toContain('<th scope="col">The talk</th>');
    expect(text).toContain('10\u202f335\u202fMB/s = 82.68\u202fGbit/s');
    expect(text).toMatch(
      /Weakest input:<\/b> <span class="badge heuristic">heuristic<\/span> a snapshot takes/,
    );
    expect(text).toContain('Up to 2.46 the 5 machines stay below the line.');
  });
});
