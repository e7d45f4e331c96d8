import { type Module, modulesOf, namesUsed, packageFolders, targetOf } from './packages.js';
import { read } from './sources.js';

/**
 * Who may import whom. Imports go one way: apps/api → planner → rules → {memory, checkpoint} → flink-config → trace → units.
 * A package has its row here before it has code; libs/testing and test/ are for specs
 * only; libs/testing may know every lib.
 */
const UNITS = ['libs/units'];
const TRACE = ['libs/trace', ...UNITS];
const FLINK_CONFIG = ['libs/flink-config', ...TRACE];
const CALCULATORS = ['libs/memory', 'libs/checkpoint', ...FLINK_CONFIG];
const RULES = ['libs/rules', ...CALCULATORS];
const PLANNER = ['libs/planner', ...RULES];

const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'libs/units': [],
  'libs/trace': UNITS,
  'libs/flink-config': TRACE,
  'libs/memory': FLINK_CONFIG,
  'libs/checkpoint': FLINK_CONFIG,
  'libs/rules': CALCULATORS,
  'libs/planner': RULES,
  'libs/testing': PLANNER,
  migrations: [],
  'apps/api': [...PLANNER, 'migrations'],
  'apps/cli': PLANNER,
};

/** What a lib may import of others: without I/O itself, and kept well by somebody else. */
const FROM_OTHERS: Readonly<Record<string, readonly string[]>> = { 'libs/flink-config': ['yaml'] };

/** What would make a lib's answer depend on when, where or how often it is asked. */
const NOT_IN_LIBS = new Set([
  ...['Date', 'performance', 'Math.random', 'crypto', 'process', 'globalThis'],
  ...[
    'setTimeout',
    'setInterval',
    'setImmediate',
    'queueMicrotask',
    'fetch',
    'console',
    'require',
    '__dirname',
  ],
]);

const folders = packageFolders();
const modules = folders.flatMap(modulesOf);
const libs = modules.filter(({ home }) => home.startsWith('libs/') && home !== 'libs/testing');
const withoutSpecs = (list: readonly Module[]) => list.filter(({ isSpec }) => !isSpec);

const ours = (module: Module): string[] =>
  module.imports.map((name) => targetOf(module, name)).filter((target) => target !== null);

describe('the house', () => {
  it('has a row in the table for each of its packages', () => {
    expect(folders.filter((folder) => !Object.hasOwn(MAY_IMPORT, folder))).toEqual([]);
    expect(modules.length).toBeGreaterThan(20);
  });

  it('imports one way', () => {
    const wrong = modules.flatMap((module) => {
      const allowed = new Set([module.home, ...(MAY_IMPORT[module.home] ?? [])]);
      if (module.isSpec) allowed.add('libs/testing').add('test');
      return ours(module)
        .filter((target) => !allowed.has(target))
        .map((target) => `${module.path} imports ${target}`);
    });
    expect(wrong).toEqual([]);
  });

  it('keeps Nest, databases and Node out of the libs', () => {
    const wrong = withoutSpecs(libs).flatMap((module) =>
      module.imports
        .filter((name) => targetOf(module, name) === null && !FROM_OTHERS[module.home]?.includes(name))
        .map((name) => `${module.path} imports ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  it('keeps clock, randomness and process out of the libs', () => {
    const wrong = withoutSpecs(libs).flatMap(({ path }) =>
      namesUsed(path, NOT_IN_LIBS).map((name) => `${path} uses ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  it('names in each package.json and tsconfig.json what the package imports', () => {
    const wrong = folders.flatMap((folder) => {
      const { dependencies = {} } = JSON.parse(read(`${folder}/package.json`));
      const tsconfig = read(`${folder}/tsconfig.json`);
      const targets = new Set(withoutSpecs(modulesOf(folder)).flatMap(ours));
      targets.delete(folder);
      return [...targets].flatMap((target) => {
        const name = target.replace(/^libs\//, '');
        return [
          ...(Object.hasOwn(dependencies, `@plimsoll/${name}`)
            ? []
            : [`${folder}/package.json lacks ${name}`]),
          ...(tsconfig.includes(`/${name}"`) ? [] : [`${folder}/tsconfig.json lacks ${name}`]),
        ];
      });
    });
    expect(wrong).toEqual([]);
  });
});
