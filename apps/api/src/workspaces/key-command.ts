import { parseArgs } from 'node:util';
import { SCOPES, type ScopeName } from './caller.js';

/** What `npm run key` was asked to do. */
export type KeyCommand =
  | {
      readonly kind: 'create';
      readonly workspace: string;
      readonly name: string;
      readonly scopes: readonly ScopeName[];
    }
  | { readonly kind: 'list'; readonly workspace: string | undefined }
  | { readonly kind: 'revoke'; readonly id: string };

export const USAGE = [
  'Usage:',
  `  npm run key -- create --workspace NAME --name NAME --scopes ${SCOPES.join(',')}`,
  '  npm run key -- list [--workspace NAME]',
  '  npm run key -- revoke ID',
].join('\n');

const TEXT = { type: 'string' } as const;
const OPTIONS = { workspace: TEXT, name: TEXT, scopes: TEXT };

/** Reads the command line (`process.argv` from its third on); every problem at once. */
export function readKeyCommand(
  argv: readonly string[],
): KeyCommand | { readonly kind: 'refused'; readonly problems: readonly string[] } {
  const { values, positionals } = parseArgs({
    args: [...argv],
    options: OPTIONS,
    allowPositionals: true,
    strict: false,
  });
  const [action, ...rest] = positionals;
  const problems = unknownOptions(action, values);
  if (action === 'create') {
    const workspace = readName('workspace', values, problems);
    const name = readName('name', values, problems);
    const scopes = readScopes(values.scopes, problems);
    if (rest.length > 0) problems.push(`${rest.join(' ')}: not expected here`);
    return problems.length > 0 ? { kind: 'refused', problems } : { kind: 'create', workspace, name, scopes };
  }
  if (action === 'list') {
    const workspace = values.workspace === undefined ? undefined : readName('workspace', values, problems);
    return problems.length > 0 ? { kind: 'refused', problems } : { kind: 'list', workspace };
  }
  if (action === 'revoke') {
    const id = idIn(rest[0]);
    if (id === undefined || rest.length > 1)
      problems.push('revoke needs the id of one key, as list shows it');
    return id === undefined || problems.length > 0 ? { kind: 'refused', problems } : { kind: 'revoke', id };
  }
  return { kind: 'refused', problems: [`${action ?? 'Nothing'}: not one of create, list, revoke`] };
}

const KNOWN: Readonly<Record<string, readonly string[]>> = {
  create: ['workspace', 'name', 'scopes'],
  list: ['workspace'],
};

function unknownOptions(action: string | undefined, values: Readonly<Record<string, unknown>>): string[] {
  const known = KNOWN[action ?? ''] ?? [];
  return Object.keys(values)
    .filter((name) => !known.includes(name))
    .map((name) => `--${name}: no such option here`);
}

function readName(option: string, values: Readonly<Record<string, unknown>>, problems: string[]): string {
  const name = values[option];
  if (
    typeof name === 'string' &&
    name.length <= 100 &&
    /^[^\s\p{Cc}\p{Cs}]([^\p{Cc}\p{Cs}]*[^\s\p{Cc}\p{Cs}])?$/u.test(name)
  )
    return name;
  problems.push(`--${option} is needed: a name of 1 to 100 characters`);
  return '';
}

function readScopes(text: unknown, problems: string[]): ScopeName[] {
  const names = typeof text === 'string' ? text.split(',').map((name) => name.trim()) : [];
  const known = SCOPES.filter((scope) => names.includes(scope));
  const unknown = names.filter((name) => !SCOPES.some((scope) => scope === name));
  if (names.length === 0 || unknown.length > 0) {
    problems.push(
      `--scopes is needed: one or more of ${SCOPES.join(', ')}${unknown.length > 0 ? `; not ${unknown.join(', ')}` : ''}`,
    );
  }
  return known;
}

/** A key's id: with its dashes, without them, or from a whole key. */
function idIn(text: string | undefined): string | undefined {
  const digits =
    /^(?:plk_)?([\da-f]{8})-?([\da-f]{4})-?([\da-f]{4})-?([\da-f]{4})-?([\da-f]{12})(?:_.*)?$/i.exec(
      text ?? '',
    );
  return digits?.slice(1).join('-').toLowerCase();
}
