/** The character that stands for the end of the text. */
export const END = '\0';

export const isBreakOrEnd = (char: string): boolean => char === '\n' || char === '\r' || char === END;
export const isBlank = (char: string): boolean => char === ' ' || char === '\t';
export const isSpaceOrEnd = (char: string): boolean => char === ' ' || isBreakOrEnd(char);
export const isGap = (char: string): boolean => isBlank(char) || isBreakOrEnd(char);

export const isWordCharacter = (char: string): boolean => /^[-\w]$/.test(char);

/** What Flink’s parser takes for printable; anything else in a file makes it refuse the whole. */
export const UNPRINTABLE = /[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/** A character with its number, as messages of the parser show it. */
export const shown = (char: string): string => `${char}(${char.codePointAt(0) ?? 0})`;
