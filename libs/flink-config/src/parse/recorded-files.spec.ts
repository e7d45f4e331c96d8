import { casesIn } from '@plimsoll/testing';
import { flatFile } from './flat-file.js';
import { standardFile } from './standard-file.js';
import { LoadFault } from './yaml/fault.js';

/** What `GlobalConfiguration` made of a file. */
interface Recorded {
  readonly id: string;
  readonly text: string;
  readonly file: 'flink-conf.yaml' | 'config.yaml';
  readonly ok: boolean;
  readonly result?: Readonly<Record<string, string>>;
  readonly error?: string;
  readonly cause?: string | null;
  readonly message?: string | null;
}

const recorded = (name: string): Recorded[] => casesIn(new URL(`../../vectors/${name}`, import.meta.url));

type Answer = Pick<Recorded, 'ok' | 'result' | 'error' | 'cause' | 'message'>;

function loaded({ file, text }: Recorded): Answer {
  try {
    return { ok: true, result: (file === 'config.yaml' ? standardFile : flatFile)(text).config() };
  } catch (fault) {
    if (!(fault instanceof LoadFault)) throw fault;
    const { error, cause, message } = fault;
    return { ok: false, error, cause: cause === error ? null : cause, message };
  }
}

/** Of a number that is none Java repeats some digits, by its own way of reading them. */
const compared = ({ ok, result, error, cause, message }: Answer): Answer =>
  ok ? { ok, result } : { ok, error, cause, message: cause === 'NumberFormatException' ? '' : message };

describe.each(['conf-parsing.jsonl', 'hostile-files.jsonl'])(
  'files are loaded as Flink’s own parsers load them: %s',
  (name) => {
    const cases = recorded(name);

    it('has answers of both parsers, and refusals', () => {
      expect(new Set(cases.map(({ file }) => file)).size).toBe(2);
      expect(new Set(cases.map(({ ok }) => ok)).size).toBe(2);
      expect(cases.length).toBeGreaterThan(180);
    });

    it.each(cases.map((one) => [one.id, one.file, one] as const))('%s, %s', (_id, _file, one) => {
      expect(compared(loaded(one))).toEqual(compared(one));
    });
  },
);
