import { type FlinkVersion, isFrom } from '@plimsoll/units';
import { flatFile } from './flat-file.js';
import { Settings } from './settings.js';

const VARIABLE = /\$(?:\{[A-Za-z_]\w*\}|[A-Za-z_]\w*)/;

/**
 * The environment variable `FLINK_PROPERTIES` of Flink’s container images. Up to 1.18 they append it to `flink-conf.yaml`; from
 * 1.19 on they take each line apart at its first colon, with every blank removed, and know no comments. Both put variables of
 * the environment in.
 */
export function flinkProperties(text: string, version: FlinkVersion): Settings {
  const settings = isFrom(version, 1, 19) ? lines(text) : flatFile(text);
  for (const [key, value] of Object.entries(settings.config())) {
    const at = settings.position(key);
    if (at === undefined || !VARIABLE.test(value)) continue;
    const message = `The image puts a variable of its environment into "${key}", which is not known here.`;
    settings.problem('variable-expanded', at, message, key);
  }
  return settings;
}

function lines(text: string): Settings {
  const settings = new Settings();
  for (const [index, line] of text.split('\n').entries()) {
    const property = line.replace(/\s/g, '');
    if (property === '') continue;
    const colon = property.indexOf(':');
    const key = colon < 0 ? property : property.slice(0, colon);
    const at = { line: index + 1, column: line.search(/\S/) + 1 };
    problems(settings, line, key, colon, at);
    settings.set(key, colon < 0 ? '' : shellValue(property.slice(colon + 1)), at);
  }
  return settings;
}

/** As the shell’s `read` and `echo` leave it: one colon at the end goes, and so does what `echo` takes for an option. */
const shellValue = (rest: string): string =>
  /^-[neE]+$/.test(rest) ? '' : /^[^:]*:$/.test(rest) ? rest.slice(0, -1) : rest;

function problems(
  settings: Settings,
  line: string,
  key: string,
  colon: number,
  at: { readonly line: number; readonly column: number },
): void {
  if (key.startsWith('#')) {
    const message = 'The image knows no comments here and makes a key of this one: remove the line.';
    settings.problem('comment-not-understood', at, message);
    return;
  }
  if (colon < 0) {
    settings.problem('value-missing', at, 'The image sets this key to nothing: write "key: value".');
    return;
  }
  const value = line.slice(line.indexOf(':') + 1).trim();
  const report = (code: Parameters<Settings['problem']>[0], message: string): void =>
    settings.problem(code, at, message, key);
  if (/\s/.test(value)) {
    const remedy = 'pass it as -D option instead';
    report('spaces-removed', `The image removes the blanks within the value of "${key}": ${remedy}.`);
  }
  if (value.includes('#')) {
    report(
      'comment-not-understood',
      `The image knows no comments; "#" and what follows stay in "${key}": remove them.`,
    );
  }
  if (/^(["']).*\1$/.test(value)) {
    report('quotes-kept', `The quotes become a part of the value of "${key}": leave them out.`);
  }
  if (settings.has(key)) {
    report('duplicate-key', `"${key}" comes twice; the last counts: remove one.`);
  }
}
