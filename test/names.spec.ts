import { filesBelow, read } from './sources.js';

/** What must stand in no file: it would tie the clone to one machine or one network. Spelled in parts, so as not to find itself. */
const either = (...names: string[]): string => `(?:${names.join('|')})`;
const REGISTRY = new RegExp(
  either(
    ...[
      ['registry', 'npmjs'],
      ['registry', 'yarnpkg'],
      ['npm', 'pkg'],
      ['registry', 'npmmirror'],
    ].map((parts) => parts.join('\\.')),
  ),
);
const PRIVATE_PATH = new RegExp(
  `(?<![\\w.~*-])/${either('work', 'root', 'farm', 'Users', 'home/(?!node/)\\w+')}/\\w`,
);

const BINARY = /\.(png|ico|woff2?)$/;
const texts = filesBelow('').filter((path) => !BINARY.test(path));

const lines = (path: string, pattern: RegExp): string[] =>
  read(path)
    .split('\n')
    .flatMap((line, index) =>
      pattern.test(line) ? [`${path}:${index + 1}: ${line.trim().slice(0, 120)}`] : [],
    );

describe('the clone', () => {
  it('names no host of a package registry', () => {
    expect(texts.flatMap((path) => lines(path, REGISTRY))).toEqual([]);
  });

  it('names no absolute path of a machine that it was made on', () => {
    expect(texts.flatMap((path) => lines(path, PRIVATE_PATH))).toEqual([]);
  });

  it('locks versions by their checksum, not by where they came from', () => {
    const { packages } = JSON.parse(read('package-lock.json'));
    const entries: [string, { resolved?: string; link?: boolean; integrity?: string }][] =
      Object.entries(packages);
    const hosted = entries.filter(([, { resolved, link }]) => resolved !== undefined && link !== true);
    expect(hosted.map(([name]) => name)).toEqual([]);
    const bare = entries.filter(
      ([name, { integrity, link }]) => name.includes('node_modules/') && !link && !integrity,
    );
    expect(bare.map(([name]) => name)).toEqual([]);
  });
});
