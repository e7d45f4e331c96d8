import { valueAt } from '../../problem/pointer.js';
import { HIDDEN, hiddenIn, isSensitiveKey, mentionsSecret } from '../../problem/sensitive-keys.js';

/** Members that are configurations: a caller gets back what the caller sent, to be put in place as it stands. */
const GIVEN_BACK = ['config', 'set'];

/** What options named like secrets hold as well, and what any sentence may say: switches, amounts, durations. */
const COMMONPLACE = /^(?:true|false|-?[\d.]+ ?[a-z]{0,3})$/i;

/**
 * An answer in which no sentence, quote or change repeats a secret of the body: values of options that are secrets by their names,
 * and lines of the symptom that seem to hold one. The configuration that it proposes is left as it is.
 */
export const withoutSecrets = (answer: object, body: unknown): object => new Hiding(body).members(answer);

class Hiding {
  private readonly secrets: readonly string[];
  private readonly lines: readonly string[];

  constructor(body: unknown) {
    this.secrets = Object.entries(valueAt(body, '/config') ?? {}).flatMap(([key, value]) =>
      isSensitiveKey(key) && typeof value === 'string' && value.trim() !== '' ? [value.trim()] : [],
    );
    const text = valueAt(body, '/symptom/text');
    this.lines = typeof text === 'string' && mentionsSecret(text) ? text.split('\n') : [];
  }

  members(owner: object): object {
    return Object.fromEntries(
      Object.entries(owner).map(([name, value]) => [name, this.member(owner, name, value)]),
    );
  }

  private member(owner: object, name: string, value: unknown): unknown {
    if (GIVEN_BACK.includes(name)) return value;
    if (isSensitiveKey(name)) return HIDDEN;
    if (typeof value !== 'string') return this.value(value);
    if (name === 'quote') return this.quote(value, valueAt(owner, '/line'));
    if (name === 'from' || name === 'to') return this.setting(value, valueAt(owner, '/key'));
    return this.value(value);
  }

  private value(value: unknown): unknown {
    if (Array.isArray(value)) return value.map((item) => this.value(item));
    if (typeof value === 'string') return isSentence(value) ? this.sentence(value) : value;
    return typeof value === 'object' && value !== null ? this.members(value) : value;
  }

  /** Of a line that seems to hold a secret nothing is repeated: a quote may begin in the midst of it. */
  private quote(quote: string, line: unknown): string {
    const whole = typeof line === 'number' ? (this.lines[line - 1] ?? '') : '';
    return mentionsSecret(whole) ? HIDDEN : this.sentence(quote);
  }

  private setting(value: string, key: unknown): string {
    return typeof key === 'string' && (isSensitiveKey(key) || mentionsSecret(value)) ? HIDDEN : value;
  }

  private sentence(text: string): string {
    return hiddenIn(
      text,
      this.secrets.filter((secret) => mentionsSecret(text) || !COMMONPLACE.test(secret)),
    );
  }
}

/** What is said for people has spaces; words of enumerations, keys and pointers have none. */
const isSentence = (text: string): boolean => text.includes(' ');
