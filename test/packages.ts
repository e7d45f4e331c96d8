import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { filesBelow, fromRoot, ROOT, read } from './sources.js';

/** One module of the house: its package, what it imports, and which names it uses without importing them. */
export interface Module {
  readonly path: string;
  /** Folder of its package: `libs/units`. */
  readonly home: string;
  readonly isSpec: boolean;
  readonly imports: readonly string[];
}

export const packageFolders = (): string[] => [
  ...['libs', 'apps'].flatMap((folder) => readdirSync(`${ROOT}${folder}`).map((name) => `${folder}/${name}`)),
  'migrations',
];

export const modulesOf = (home: string): Module[] =>
  filesBelow(`${home}/src`)
    .filter((path) => path.endsWith('.ts'))
    .map((path) => ({
      path,
      home,
      isSpec: path.endsWith('.spec.ts'),
      imports: ts.preProcessFile(read(path), true, true).importedFiles.map(({ fileName }) => fileName),
    }));

/** The folder of the package that an import of ours leads to, or null where it is another's. */
export function targetOf(module: Module, imported: string): string | null {
  if (imported.startsWith('.')) {
    const path = fromRoot(join(ROOT, module.path, '..', imported));
    return [...packageFolders(), 'test'].find((folder) => path.startsWith(`${folder}/`)) ?? path;
  }
  const [, name] = /^@plimsoll\/([^/]+)$/.exec(imported) ?? [];
  if (name === undefined) return imported.startsWith('@plimsoll/') ? imported : null;
  return name === 'migrations' ? name : `libs/${name}`;
}

/** Names of a kind that a module speaks of outside of comments, texts and properties: `Date`, `process`, `Math.random`. */
export function namesUsed(path: string, names: ReadonlySet<string>): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node) && names.has(node.getText())) found.push(node.getText());
    if (ts.isIdentifier(node) && names.has(node.text) && !isMember(node)) found.push(node.text);
    node.forEachChild(visit);
  };
  visit(ts.createSourceFile(path, read(path), ts.ScriptTarget.Latest, true));
  return found;
}

const isMember = (node: ts.Identifier): boolean => {
  const { parent } = node;
  return (
    (ts.isPropertyAccessExpression(parent) ||
      ts.isPropertyAssignment(parent) ||
      ts.isPropertySignature(parent)) &&
    parent.name === node
  );
};
