/** One document of a text, with the number of the line before it. */
export interface DocumentText {
  readonly text: string;
  readonly linesBefore: number;
}

/** The documents of a text as `kubectl` takes it apart: at lines that begin with three hyphens. */
export function documentTexts(text: string): DocumentText[] {
  const documents: DocumentText[] = [];
  let lines: string[] = [];
  let linesBefore = 0;
  for (const [at, line] of text.split(/\r\n|\n/).entries()) {
    if (/^---(?:\s|$)/.test(line)) {
      documents.push({ text: lines.join('\n'), linesBefore });
      lines = [
        line
          .slice('---'.length)
          .replace(/^(?=\S)/, ' ')
          .padStart(line.length),
      ];
      linesBefore = at;
    } else lines.push(line);
  }
  return [...documents, { text: lines.join('\n'), linesBefore }];
}
