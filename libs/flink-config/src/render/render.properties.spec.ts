import { FLINK_VERSIONS, isFrom, versionText } from '@plimsoll/units';
import fc from 'fast-check';
import { PARSED_FORMATS, type ParsedFormat, parseConfig } from '../parse/index.js';
import { renderConfig } from './render.js';
import { KEY_LAYOUTS } from './request.js';

const versionsOf = (format: ParsedFormat): string[] =>
  FLINK_VERSIONS.filter(
    (version) =>
      (format !== 'config.yaml' || isFrom(version, 1, 19)) &&
      (format !== 'flink-conf.yaml' || !isFrom(version, 2, 0)),
  ).map(versionText);

const awkward = fc.constantFrom(
  ...[
    '',
    ' ',
    '1.20',
    '0x1F',
    '1e3',
    '007',
    '+5',
    '.5',
    '-.inf',
    '~',
    'null',
    'True',
    'yes',
    'on',
    'y',
    '12:30',
  ],
  ...[
    'a: b',
    'a #b',
    '#',
    '"',
    "'",
    "it's",
    '\\',
    '$HOME',
    '`x`',
    'a;b',
    '[a, b]',
    '{a: b}',
    '- a',
    '? a',
    '*a',
  ],
  ...[
    '&a',
    '!a',
    '%a',
    '@a',
    '|',
    '>',
    '---',
    '...',
    '<<',
    ' a',
    'a ',
    'a\nb',
    'a\r\nb',
    '\t',
    '\u2028',
    '\ufeff',
  ],
  ...[
    'a:',
    ':a',
    'k:v,k:v',
    'file:///a',
    'é',
    '😀',
    '\0',
    '\x07',
    '\x85',
    '\xa0',
    '-n',
    '=',
    'a=b',
    '(',
    '123',
  ],
);
const text = fc.oneof(
  awkward,
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.array(fc.oneof(awkward, fc.string()), { maxLength: 4 }).map((parts) => parts.join('')),
);
const usual = fc
  .array(fc.constantFrom('a', 'b', 'taskmanager', 'memory', 'size', 'x-y', '1'), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts) => parts.join('.'));
const config = fc.dictionary(fc.oneof({ weight: 3, arbitrary: usual }, text), text, { maxKeys: 6 });
const layout = fc.constantFrom(...KEY_LAYOUTS);

describe.each(PARSED_FORMATS)('what is rendered as %s', (format) => {
  const version = fc.constantFrom(...versionsOf(format));

  it('is read back the same by the parser of that version, or refused by name', () => {
    let written = 0;
    fc.assert(
      fc.property(
        version,
        config,
        layout,
        fc.dictionary(usual, text),
        (flinkVersion, given, keys, reasons) => {
          const rendered = renderConfig({ flinkVersion, format, config: given, layout: keys, reasons });
          if (rendered.kind === 'rejected') {
            for (const { pointer } of rendered.rejections) expect(pointer).toMatch(/^\/config\//);
            return;
          }
          written += 1;
          const parsed = parseConfig({ flinkVersion, format, text: rendered.value.text });
          if (parsed.kind !== 'ok') throw new Error(JSON.stringify(parsed));
          expect({ ...parsed.value.config }).toEqual({ ...given });
        },
      ),
      { numRuns: 150 },
    );
    expect(written).toBeGreaterThan(20);
  });
});
