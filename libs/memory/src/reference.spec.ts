import { readFileSync } from 'node:fs';
import { inWords } from '@plimsoll/trace';
import { jobManagerMemory, taskManagerMemory } from './memory.js';
import { MEMORY_FORMULAS, MEMORY_PARAMETERS } from './reference.js';

const VECTORS: {
  component: string;
  version: string;
  deployment: 'standalone' | 'container';
  config: Record<string, string>;
}[] = ['1.10.3', '1.15.4', '2.3.0'].flatMap((version) =>
  readFileSync(`libs/memory/vectors/dev-${version}.jsonl`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line)),
);

describe('the formulas of memory', () => {
  it('are all that a step refers to, and name the calculator that uses them', () => {
    const missing = new Set<string>();
    for (const { version: flinkVersion, component, ...request } of VECTORS) {
      const [calculator, calculate] =
        component === 'taskmanager'
          ? (['taskManagerMemory', taskManagerMemory] as const)
          : (['jobManagerMemory', jobManagerMemory] as const);
      const answer = calculate({ ...request, flinkVersion });
      for (const { reference, formula } of answer.kind === 'ok' ? answer.value.steps : []) {
        const entry = MEMORY_FORMULAS.find(({ id }) => id === reference);
        const known = entry?.expressions.some(({ text }) => text === formula) === true;
        if (!known || !entry.usedBy.includes(calculator))
          missing.add(`${calculator}: ${reference} ${formula}`);
      }
    }
    expect([...missing]).toEqual([]);
  });

  it('have each a use and an expression or a constant', () => {
    const constants = new Set(MEMORY_PARAMETERS.map(({ reference }) => reference));
    for (const { id, expressions, usedBy } of MEMORY_FORMULAS) {
      expect([id, usedBy.length]).not.toEqual([id, 0]);
      if (expressions.length === 0) expect(constants).toContain(id);
    }
  });

  it('name in their text what goes into them', () => {
    for (const { inputs, text } of MEMORY_FORMULAS.flatMap(({ expressions }) => expressions)) {
      for (const { name } of inputs) expect(text).toContain(inWords(name));
    }
  });

  it('rest on constants that stand in the table', () => {
    const ids = new Set(MEMORY_FORMULAS.map(({ id }) => id));
    for (const { reference } of MEMORY_PARAMETERS) expect(ids).toContain(reference);
  });
});
