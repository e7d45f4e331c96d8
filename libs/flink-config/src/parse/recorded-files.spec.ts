import { casesIn } from '@plimsoll/testing';
import { flatFile } from './flat-file.js';
import { standardFile } from './standard-file.js';
import { LoadFault } from './yaml/fault.js';

/** What `GlobalConfiguration` of a version made of a file. */
interface Recorded {
  readonly id: string;
  readonly text: string;
  readonly file: 'flink-conf.yaml' | 'config.yaml';
  readonly version: string;
  readonly ok: boolean;
}

const recorded = casesIn<Recorded>(new URL('../../vectors/conf-parsing.jsonl', import.meta.url));

function loaded(file: Recorded['file'], text: string): object {
  try {
    return { ok: true, result: (file === 'config.yaml' ? standardFile : flatFile)(text).config() };
  } catch (fault) {
    if (!(fault instanceof LoadFault)) throw fault;
    const { error, cause, message } = fault;
    return { ok: false, error, cause: cause === error ? null : cause, message };
  }
}

describe('files are loaded as Flink’s own parsers load them', () => {
  it('has answers of both parsers', () => {
    expect(new Set(recorded.map(({ file }) => file)).size).toBe(2);
    expect(recorded.length).toBeGreaterThan(180);
  });

  it.each(recorded.map((one) => [one.id, one.file, one.version, one] as const))(
    '%s, %s of %s',
    (_id, _file, _version, { id: _, version: __, text, file, ...answer }) => {
      expect(loaded(file, text)).toEqual(answer);
    },
  );
});
