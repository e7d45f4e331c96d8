import { type Outcome, ok, rejected } from '@plimsoll/units';
import { Settings } from './settings.js';
import { type ShellWord, shellWords } from './shell-words.js';

const SWITCH = /^-y?D/;

/** Options `-Dkey=value` of a command line, quoted for a shell; `-D key=value` and YARN’s `-yD` too. Other words are left out. */
export function dynamicProperties(text: string): Outcome<Settings> {
  const settings = new Settings();
  const { words, ends, open } = shellWords(text);
  if (open !== null) {
    const message = `has a quote at line ${open.line}, column ${open.column} that nothing closes: close it`;
    return rejected({ pointer: '/text', message });
  }
  for (const { char, ...at } of ends) {
    const message = `The shell ends the command at "${char}" and drops the rest of the line: put the option in quotes.`;
    settings.problem('shell-ends-command', at, message);
  }
  for (let next = 0; next < words.length; next++) {
    const word = words[next];
    if (word === undefined || !SWITCH.test(word.text)) continue;
    const together = word.text.replace(SWITCH, '');
    if (together !== '') option(settings, word, together);
    else {
      next += 1;
      const value = words[next];
      if (value !== undefined) option(settings, value, value.text);
    }
  }
  return ok(settings);
}

function option(settings: Settings, { at, expands }: ShellWord, text: string): void {
  const equals = text.indexOf('=');
  const key = equals < 0 ? text : text.slice(0, equals);
  if (equals < 0) {
    const message = `Flink takes "${key}" for "${key}=true", as it has no "=": write -D${key}=value.`;
    settings.problem('value-missing', at, message, key);
  }
  if (settings.has(key)) {
    const message = `"${key}" comes twice; Flink takes the last: remove one.`;
    settings.problem('duplicate-key', at, message, key);
  }
  if (expands) {
    const remedy = 'put it in single quotes to keep it as it is';
    const message = `The shell puts a variable or the output of a command into "${key}", which is not known here: ${remedy}.`;
    settings.problem('variable-expanded', at, message, key);
  }
  settings.set(key, equals < 0 ? 'true' : text.slice(equals + 1), at);
}
