import type { ValueChecks } from '../value-checks.js';

const MOST_REJECTIONS = 100;
const BOUNDS = {
  min: -1,
  max: Number.MAX_SAFE_INTEGER,
  remedy: 'give the answer as Flink’s REST API writes it',
};

/** Reads the fields of one JSON object of Flink's answer; what is there but cannot be is rejected, what is missing is null. */
export class AnswerFields {
  constructor(
    private readonly answer: unknown,
    readonly pointer: string,
    private readonly checks: ValueChecks,
  ) {}

  private field(name: string): unknown {
    const { answer } = this;
    if (!isObject(answer) || !Object.hasOwn(answer, name)) return undefined;
    return answer[name] ?? undefined;
  }

  private reject(name: string, must: string): void {
    if (this.checks.rejections.length >= MOST_REJECTIONS) return;
    const received = this.field(name);
    const shown =
      typeof received === 'object' ? `${Array.isArray(received) ? 'an array' : 'an object'}` : received;
    this.checks.reject(`${this.pointer}/${escaped(name)}`, `${must}: ${BOUNDS.remedy}`, shown);
  }

  /** A time, size or count; null where Flink did not report it. */
  number(name: string): number | null {
    const value = this.field(name);
    if (value === undefined || isNone(value)) return null;
    const read = typeof value === 'string' && /^-?\d{1,19}$/.test(value) ? Number(value) : value;
    if (typeof read !== 'number' || !Number.isFinite(read)) this.reject(name, 'must be a number');
    else if (read < BOUNDS.min) this.reject(name, 'must be −1 (not reported) or more');
    else if (read > BOUNDS.max) this.reject(name, 'must be at most 2^53 − 1');
    else return read < 0 ? null : read;
    return null;
  }

  needed(name: string): number {
    const value = this.number(name);
    if (value === null && this.field(name) === undefined) this.reject(name, 'is missing');
    return value ?? 0;
  }

  text(name: string): string | null {
    const value = this.field(name);
    if (value === undefined) return null;
    if (typeof value === 'string') return value;
    this.reject(name, 'must be a text');
    return null;
  }

  flag(name: string): boolean {
    const value = this.field(name);
    if (value !== undefined && typeof value !== 'boolean') this.reject(name, 'must be true or false');
    return value === true;
  }

  /** An object within; empty where it is missing. */
  object(name: string): AnswerFields {
    const value = this.field(name);
    if (value !== undefined && !isObject(value)) this.reject(name, 'must be an object');
    return new AnswerFields(value, `${this.pointer}/${escaped(name)}`, this.checks);
  }

  list(name: string): AnswerFields[] {
    const value = this.field(name);
    if (value === undefined) return [];
    if (!Array.isArray(value)) {
      this.reject(name, 'must be an array');
      return [];
    }
    return value.map((one, at) => {
      if (!isObject(one)) {
        this.checks.reject(`${this.pointer}/${escaped(name)}/${at}`, `must be an object: ${BOUNDS.remedy}`);
      }
      return new AnswerFields(one, `${this.pointer}/${escaped(name)}/${at}`, this.checks);
    });
  }

  has(name: string): boolean {
    return this.field(name) !== undefined;
  }

  /** Names within, where it is an object of objects. */
  names(): string[] {
    return isObject(this.answer) ? Object.keys(this.answer) : [];
  }
}

/** Busy time that a source cannot tell, and the longest time where there is no bound. */
const isNone = (value: unknown): boolean =>
  value === 'NaN' || value === 2 ** 63 || value === '9223372036854775807';

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');
