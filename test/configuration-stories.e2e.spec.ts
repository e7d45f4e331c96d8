import { readdirSync } from 'node:fs';
import { read } from './sources.js';
import { type StartedApp, startApp } from './start-app.js';
import { type Client, clientOf } from './stored.js';

interface Story {
  readonly title: string;
  readonly request: { readonly config: Record<string, string>; readonly [field: string]: unknown };
  readonly finds: readonly string[];
}

interface Finding {
  readonly ruleId: string;
  readonly path: string;
  readonly fix?: object;
}

const FOLDER = 'examples/configurations';
const stories = readdirSync(FOLDER).map((name): Story => JSON.parse(read(`${FOLDER}/${name}`)));

let started: StartedApp;
let client: Client;

beforeAll(async () => {
  started = await startApp();
  client = clientOf(started.server);
});
afterAll(() => started.stop());

const linted = async (request: object) => (await client.post('/v1/config/lint', request).expect(200)).body;
const named = ({ ruleId, path }: Finding): string => `${ruleId} at ${path}`;

describe('the configuration stories that ship', () => {
  it.each(stories.map((story) => [story.title, story] as const))(
    'are found, and mended as far as a machine can: %s',
    async (_title, { request, finds }) => {
      const before = await linted(request);
      expect(before.findings.map(({ ruleId }: Finding) => ruleId)).toEqual(
        expect.arrayContaining([...finds]),
      );
      const after = await linted({ ...request, config: before.config });
      const left = after.findings.map(named);
      for (const finding of before.findings) {
        if (finding.fix !== undefined) expect(left).not.toContain(named(finding));
      }
    },
  );
});
