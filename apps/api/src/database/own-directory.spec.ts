import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ownDirectory } from './own-directory.js';
import { unreachablePart } from './server-account.js';

const uid = process.getuid?.() ?? 0;
const gid = process.getgid?.() ?? 0;
const NOBODY = { uid: 65_534, gid: 65_534, dropped: true };

let home: string;
beforeEach(() => {
  home = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'plimsoll-own-')));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const mode = (directory: string) => statSync(directory).mode & 0o777;

describe('a directory of our own', () => {
  it('is made with its mode whatever the umask, its parents with the usual one', () => {
    const directory = path.join(home, 'a', 'b', 'data');
    ownDirectory(directory, { uid, gid, mode: 0o711 });
    expect(mode(directory)).toBe(0o711);
    expect(mode(path.join(home, 'a'))).toBe(0o777 & ~process.umask());
  });

  it('stays as it is where it is ours', () => {
    const directory = path.join(home, 'data');
    mkdirSync(directory, { mode: 0o750 });
    ownDirectory(directory, { uid, gid, mode: 0o700 });
    expect(mode(directory)).toBe(0o750);
  });

  it('is refused where it belongs to another user', () => {
    expect(() => ownDirectory(home, { uid: uid + 1, gid, mode: 0o700 })).toThrow(
      /belongs to the user \d+.*PLIMSOLL_DATA/,
    );
  });

  it('is refused where others may write to it', () => {
    const directory = path.join(home, 'open');
    mkdirSync(directory);
    chmodSync(directory, 0o777);
    expect(() => ownDirectory(directory, { uid, gid, mode: 0o700 })).toThrow('chmod go-w');
  });

  it('is refused where it is a file', () => {
    writeFileSync(path.join(home, 'data'), '');
    expect(() => ownDirectory(path.join(home, 'data'), { uid, gid, mode: 0o700 })).toThrow(
      'is not a directory',
    );
  });
});

describe('the way to a directory', () => {
  it('is open to the user that the database runs as, or the wall is named', () => {
    const inner = path.join(home, 'inner');
    mkdirSync(inner, { mode: 0o755 });
    chmodSync(home, 0o755);
    expect(unreachablePart(inner, NOBODY)).toBeUndefined();
    chmodSync(home, 0o700);
    if (uid !== NOBODY.uid) expect(unreachablePart(inner, NOBODY)).toBe(home);
  });

  it('is followed through links', () => {
    chmodSync(home, 0o755);
    mkdirSync(path.join(home, 'wall', 'inner'), { recursive: true });
    symlinkSync(path.join(home, 'wall', 'inner'), path.join(home, 'link'));
    expect(unreachablePart(path.join(home, 'link'), NOBODY)).toBeUndefined();
    chmodSync(path.join(home, 'wall'), 0o700);
    if (uid !== NOBODY.uid)
      expect(unreachablePart(path.join(home, 'link'), NOBODY)).toBe(path.join(home, 'wall'));
  });
});
