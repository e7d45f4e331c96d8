import type { Log } from 'sarif';
import { RULES } from './catalogue.js';
import { lint } from './lint.js';
import { sarifLog } from './sarif.js';

const config = { 'taskmanager.process.size': '8g', 'no.such.key.at.all': '1' };
const outcome = lint({ flinkVersion: '1.20', config });
if (outcome.kind === 'rejected') throw new Error(JSON.stringify(outcome.rejections));
const { findings, notJudged } = outcome.value;
const log: Log = JSON.parse(
  JSON.stringify(
    sarifLog({
      findings,
      notJudged,
      rules: RULES,
      file: {
        uri: 'conf/flink-conf.yaml',
        places: new Map(
          findings
            .filter(({ path }) => path === 'taskmanager.process.size')
            .map((finding) => [finding, { line: 3, column: 1 }]),
        ),
      },
      engineVersion: '0.1.0',
      helpUri: (ruleId) => `https://plimsoll.example/v1/reference/rules/${ruleId}`,
    }),
  ),
);
const [run] = log.runs;

describe('findings as SARIF', () => {
  it('have a result each, in their order, that names its rule by id and place', () => {
    expect(run?.results?.map(({ ruleId }) => ruleId)).toEqual(findings.map(({ ruleId }) => ruleId));
    for (const { ruleId, ruleIndex } of run?.results ?? []) {
      expect(run?.tool.driver.rules?.[ruleIndex ?? -1]?.id).toBe(ruleId);
    }
  });

  it('point at the line of their key, and at the first where the file does not have it', () => {
    const regions = run?.results?.map(({ locations }) => locations?.[0]?.physicalLocation?.region);
    expect(regions).toContainEqual({ startLine: 3, startColumn: 1 });
    expect(regions).toContainEqual({ startLine: 1 });
  });

  it('say what was not judged', () => {
    const notes = run?.invocations?.[0]?.toolExecutionNotifications?.map(({ message }) => message.text);
    expect(notes).toContain('tm-process-exceeds-pod-limit was not judged: it needs deployment.');
  });
});
