import { readKeyCommand } from './key-command.js';

const read = (line: string) => readKeyCommand(line.split(' '));
const ID = '019a0b0c-0000-7000-8000-0123456789ab';

describe('npm run key', () => {
  it('makes a key with the scopes named', () => {
    expect(read('create --workspace acme --name ci --scopes plans:write,plans:read')).toEqual({
      kind: 'create',
      workspace: 'acme',
      name: 'ci',
      scopes: ['plans:read', 'plans:write'],
    });
  });

  it('lists all keys, or those of one workspace', () => {
    expect(read('list')).toEqual({ kind: 'list', workspace: undefined });
    expect(read('list --workspace=acme')).toEqual({ kind: 'list', workspace: 'acme' });
  });

  it.each([ID, ID.replaceAll('-', ''), `plk_${ID.replaceAll('-', '')}_abc`])('revokes the key %s', (id) => {
    expect(read(`revoke ${id}`)).toEqual({ kind: 'revoke', id: ID });
  });

  it.each([
    ['create', 3],
    ['create --workspace acme --name ci', 1],
    ['create --workspace acme --name ci --scopes plans:read,all', 1],
    ['create --workspace acme --name ci --scopes plans:read --admin', 1],
    [`create --workspace ${'x'.repeat(101)} --name ci --scopes admin`, 1],
    ['create extra --workspace acme --name ci --scopes admin', 1],
    ['revoke', 1],
    ['revoke 7', 1],
    [`revoke ${ID} ${ID}`, 1],
    ['list --name ci', 1],
    ['destroy', 1],
    ['', 1],
  ])('refuses "%s" with every problem (%i)', (line, count) => {
    const command = read(line);
    expect(command.kind === 'refused' && command.problems).toHaveLength(count);
  });
});
