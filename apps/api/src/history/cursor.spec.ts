import fc from 'fast-check';
import { cursorOf, positionOf } from './cursor.js';

const id = '01890a5d-ac96-774b-bcce-b302099a8057';

describe('a cursor', () => {
  it('leads back to the position that it was made for', () => {
    expect(positionOf('plans', cursorOf('plans', id))).toBe(id);
    expect(positionOf('versions', cursorOf('versions', 17))).toBe('17');
  });

  it('of one list is no place in another', () => {
    expect(positionOf('profiles', cursorOf('plans', id))).toBeUndefined();
  });

  it('is nothing else than what was handed out', () => {
    fc.assert(fc.property(fc.string(), (text) => positionOf('plans', text) === undefined));
    fc.assert(fc.property(fc.string(), (text) => positionOf('plans', cursorOf('plans', text)) === undefined));
    expect(positionOf('plans', `${cursorOf('plans', id)}=`)).toBeUndefined();
    expect(positionOf('versions', cursorOf('versions', 0))).toBeUndefined();
    expect(positionOf('plans', '')).toBeUndefined();
  });
});
