import { UNPRINTABLE } from '../parse/yaml/characters.js';

const LINE_ENDS = /\r\n|[\n\r\x85\u2028\u2029]/;
const UNPRINTABLES = new RegExp(UNPRINTABLE.source, 'gu');

/** The lines of a comment; none where there is nothing to say. */
export const comment = (text: string | undefined, indent = ''): string[] =>
  text === undefined || text.trim() === ''
    ? []
    : text
        .trim()
        .split(LINE_ENDS)
        .map((line) => `${indent}# ${line.replace(UNPRINTABLES, '\ufffd')}`.trimEnd());
