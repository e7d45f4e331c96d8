import { readdirSync } from 'node:fs';
import { RULES } from './catalogue.js';
import { fixed } from './fixes.js';
import { type Lint, type LintRequest, lint } from './lint.js';
import type { Rule } from './rule.js';
import type { RuleCases } from './rule-cases.js';

const HERE = new URL('.', import.meta.url);
const folders = readdirSync(HERE, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'families')
  .map(({ name }) => name)
  .sort();

const casesOf = new Map<string, RuleCases>(
  await Promise.all(
    folders.map(async (folder): Promise<[string, RuleCases]> => {
      const { cases } = await import(new URL(`${folder}/rule.cases.ts`, HERE).href);
      return [folder, cases];
    }),
  ),
);

function linted(request: LintRequest, rules: readonly Rule[] = RULES): Lint {
  const outcome = lint(request, rules);
  if (outcome.kind === 'rejected') throw new Error(JSON.stringify(outcome.rejections));
  return outcome.value;
}

const requestOf = ({
  name: _,
  path: __,
  severity: ___,
  fix: ____,
  ...request
}: RuleCases['fires'][number]): LintRequest => request;

/** Errors of all rules, by rule and path. */
const errorsOf = (request: LintRequest): string[] =>
  linted(request)
    .findings.filter(({ severity }) => severity === 'error')
    .map(({ ruleId, path }) => `${ruleId} at ${path}`);

describe('the catalogue of rules', () => {
  it('has each folder, under its name', () => {
    expect(RULES.map(({ id }) => id)).toEqual(folders);
  });

  it.each(RULES.map((rule) => [rule.id, rule] as const))(
    'says of %s why, what to do, and who teaches it',
    (id, rule) => {
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      for (const text of [rule.title, rule.why, rule.remedy, rule.reference, rule.source])
        expect(text.trim()).not.toBe('');
      expect(rule.why.length).toBeGreaterThan(60);
      expect(rule.remedy.length).toBeGreaterThan(20);
      const { fires, silent } = casesOf.get(id) ?? { fires: [], silent: [] };
      expect(fires.length).toBeGreaterThan(0);
      expect(silent.length).toBeGreaterThan(0);
      const texts = [...fires, ...silent].map((one) =>
        JSON.stringify(one, (name, value) =>
          name === 'name' ? undefined : typeof value === 'bigint' ? `${value}` : value,
        ),
      );
      expect(new Set(texts).size).toBe(texts.length);
    },
  );
});

const rows = <K extends keyof RuleCases>(kind: K): [rule: Rule, name: string, one: RuleCases[K][number]][] =>
  RULES.flatMap((rule) =>
    (casesOf.get(rule.id)?.[kind] ?? []).map((one): [Rule, string, RuleCases[K][number]] => [
      rule,
      `${rule.id}: ${one.name}`,
      one,
    ]),
  );

describe('a rule fires where', () => {
  it.each(rows('fires').map(([rule, name, one]) => [name, rule, one] as const))('%s', (_name, rule, one) => {
    const request = requestOf(one);
    const { findings } = linted(request, [rule]);
    const found = findings.find(({ path }) => path === one.path);
    expect(findings.map(({ path }) => path)).toContain(one.path);
    if (found === undefined) return;
    expect(found.evidence.length).toBeGreaterThan(0);
    expect(found.message.length).toBeGreaterThan(20);
    if (one.severity !== undefined) expect(found.severity).toBe(one.severity);
    if (one.fix !== undefined) expect(found.fix).toEqual(one.fix);
    if (found.fix === undefined) return;
    const mended = { ...request, config: fixed(request.config, found.fix) };
    expect(linted(mended, [rule]).findings.filter(({ path }) => path === found.path)).toEqual([]);
    const before = new Set(errorsOf(request));
    expect(errorsOf(mended).filter((error) => !before.has(error))).toEqual([]);
  });
});

describe('a rule is silent where', () => {
  it.each(rows('silent').map(([rule, name, one]) => [name, rule, one] as const))(
    '%s',
    (_name, rule, { name: _, ...request }) => {
      expect(linted(request, [rule]).findings).toEqual([]);
    },
  );
});

describe('linting', () => {
  const config = { 'taskmanager.process.size': '8g' };
  const request: LintRequest = { flinkVersion: '1.20', config };

  it('says what could not be judged, and for want of what', () => {
    const { notJudged } = linted(request);
    expect(notJudged).toContainEqual({ ruleId: 'tm-process-exceeds-pod-limit', needs: ['deployment'] });
  });

  it('does not tell what is suppressed with a reason, and counts it', () => {
    const rules = { suppress: [{ ruleId: 'unknown-key', reason: 'read by our own launcher' }] };
    const { findings, suppressed } = linted({ ...request, rules });
    expect(findings.filter(({ ruleId }) => ruleId === 'unknown-key')).toEqual([]);
    expect(suppressed).toEqual([{ ruleId: 'unknown-key', reason: 'read by our own launcher', findings: 1 }]);
  });

  it.each([
    ['an unknown version', { flinkVersion: '1.99' }, '/flinkVersion'],
    [
      'a rule that does not exist',
      { rules: { suppress: [{ ruleId: 'no-such', reason: 'x' }] } },
      '/rules/suppress/0/ruleId',
    ],
    [
      'no reason',
      { rules: { suppress: [{ ruleId: 'unknown-key', reason: ' ' }] } },
      '/rules/suppress/0/reason',
    ],
  ])('refuses %s', (_what, changes, pointer) => {
    const outcome = lint({ ...request, ...changes });
    expect(outcome.kind === 'rejected' && outcome.rejections[0]?.pointer).toBe(pointer);
  });

  it('tells nothing below the severity that is asked for', () => {
    expect(linted({ ...request, rules: { atLeast: 'error' } }).findings).toEqual([]);
  });

  it('gives the same findings in the same order, whatever the order of keys', () => {
    const keys = { a: '1', 'taskmanager.process.size': '8g', 'b.c': '2' };
    const turned = Object.fromEntries(Object.entries(keys).reverse());
    expect(linted({ ...request, config: turned }).findings).toEqual(
      linted({ ...request, config: keys }).findings,
    );
  });
});
