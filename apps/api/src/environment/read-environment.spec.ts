import { readEnvironment } from './read-environment.js';

const started = { directory: '/srv/plimsoll', uid: 1000 };
const url = 'postgres://plimsoll:hunter2@db.internal:5432/plimsoll';

function environment(variables: Record<string, string>, surroundings = started) {
  const reading = readEnvironment(variables, surroundings);
  if (reading.kind === 'refused') throw new Error(reading.problems.join('\n'));
  return reading.environment;
}

function problems(variables: Record<string, string>): readonly string[] {
  const reading = readEnvironment(variables, started);
  return reading.kind === 'refused' ? reading.problems : [];
}

describe('the environment', () => {
  it('needs nothing: an embedded database under ./data, reachable from this machine only, without keys', () => {
    expect(environment({})).toEqual({
      database: { kind: 'embedded', directory: '/srv/plimsoll/data' },
      port: 3000,
      host: '127.0.0.1',
      auth: 'off',
      logLevel: 'info',
    });
  });

  it('puts the data of root below /var/lib/plimsoll, elsewhere for each directory of the start', () => {
    const at = (directory: string) => environment({}, { directory, uid: 0 }).database;
    expect(at('/srv/plimsoll')).toEqual({
      kind: 'embedded',
      directory: expect.stringMatching(/^\/var\/lib\/plimsoll\/[\da-f]{16}$/),
    });
    expect(at('/srv/plimsoll')).not.toEqual(at('/srv/other'));
  });

  it('takes another data directory from PLIMSOLL_DATA, relative to the directory of the start, also as root', () => {
    for (const uid of [0, 1000]) {
      const { database } = environment(
        { PLIMSOLL_DATA: '../elsewhere' },
        { directory: '/srv/plimsoll', uid },
      );
      expect(database).toEqual({ kind: 'embedded', directory: '/srv/elsewhere' });
    }
  });

  it('listens to everyone, and asks for keys, where the database is given', () => {
    expect(environment({ DATABASE_URL: url })).toMatchObject({
      database: { kind: 'url', url },
      host: '0.0.0.0',
      auth: 'keys',
    });
  });

  it.each(['127.0.0.1', '127.8.9.10', '::1', 'localhost'])('needs no keys on %s', (HOST) => {
    expect(environment({ HOST }).auth).toBe('off');
  });

  it.each(['0.0.0.0', '::', '192.168.0.7', 'plimsoll.example', '127.0.0.1.example'])(
    'needs keys on %s',
    (HOST) => {
      expect(environment({ HOST }).auth).toBe('keys');
      expect(problems({ HOST, AUTH: 'off' })).toEqual([expect.stringContaining(`HOST=${HOST}`)]);
    },
  );

  it('refuses to go without keys where the database is given, even on loopback, and says why', () => {
    expect(problems({ DATABASE_URL: url, HOST: '127.0.0.1', AUTH: 'off' })).toEqual([
      expect.stringMatching(/AUTH=off is refused.*embedded database only/),
    ]);
  });

  it('can ask for keys where none are needed', () => {
    expect(environment({ AUTH: 'keys' }).auth).toBe('keys');
  });

  it('names every problem at once, and repeats no password', () => {
    const all = problems({
      DATABASE_URL: 'mysql://root:hunter2@db/plimsoll',
      PORT: '70000',
      HOST: 'http://here',
      AUTH: 'maybe',
      LOG_LEVEL: 'loud',
      PLIMSOLL_DATA: ' ',
    });
    const named = ['DATABASE_URL', 'PORT', 'HOST', 'AUTH', 'LOG_LEVEL', 'PLIMSOLL_DATA'];
    for (const name of named) expect(all.filter((line) => line.startsWith(`${name} is`))).toHaveLength(1);
    expect(all).toHaveLength(named.length);
    expect(all.join()).not.toContain('hunter2');
  });

  it('does not fall back to the embedded database where DATABASE_URL is empty', () => {
    expect(problems({ DATABASE_URL: '' })).toEqual([
      expect.stringContaining('DATABASE_URL is set but empty'),
    ]);
  });

  it.each([
    ['0', 0],
    ['65535', 65_535],
    ['3000', 3000],
  ])('listens on port %s', (PORT, port) => {
    expect(environment({ PORT }).port).toBe(port);
  });

  it.each(['65536', '-1', '3e3', '0x50', '80.5', 'http', ' 80'])('does not listen on port %j', (PORT) => {
    expect(problems({ PORT })).toEqual([expect.stringContaining('PORT is')]);
  });
});
