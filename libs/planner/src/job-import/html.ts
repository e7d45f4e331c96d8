const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&', nbsp: ' ' };

/** Flink writes descriptions for a browser: `a -&gt; b<br/>`. */
export const withoutHtml = (text: string): string =>
  text
    .replaceAll(/<br\s?\/?>/g, '\n')
    .replaceAll(/&(?:#(\d{1,6})|(lt|gt|quot|amp|nbsp));/g, (_, code: string | undefined, name: string) =>
      code === undefined ? (ENTITIES[name] ?? '') : String.fromCodePoint(Number(code)),
    );
