/** How numbers are written for people: decimal point, groups of three from five digits on, a narrow no-break space before a unit. */
export const NARROW = '\u202f';

const SUPERSCRIPT = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** From here on digits say nothing any more, and toFixed would not write them either. */
const TOO_LONG = 1e15;

/** With exactly so many decimals, for a column: `400.00`. Never `0.00` for what is not zero: `<0.01`. */
export function fixed(value: number, decimals = 2): string {
  if (Math.abs(value) >= TOO_LONG) return powerOfTen(value);
  const text = Math.abs(value).toFixed(decimals);
  if (value !== 0 && Number(text) === 0) return `<${(10 ** -decimals).toFixed(decimals)}`;
  return signed(value, grouped(text));
}

/** With at most so many decimals and no trailing zeros, for a sentence: `192.88`, `400`, `0.0023`. */
export function plain(value: number, decimals = 2): string {
  const size = Math.abs(value);
  if (size >= TOO_LONG || (size > 0 && size < 1e-6)) return powerOfTen(value);
  const text = size.toFixed(decimals);
  const kept = size > 0 && Number(text) === 0 ? decimalsOf(Number(size.toPrecision(2))) : text;
  return signed(value, grouped(kept.includes('.') ? kept.replace(/\.?0+$/, '') : kept));
}

/** A share: `76.2 %`. From 1000 % on without decimals, from ten million on as a power of ten. */
export function percent(ratio: number, decimals = 1): string {
  const value = ratio * 100;
  const size = Math.abs(value);
  const text = size >= 1e7 ? powerOfTen(value) : fixed(value, size >= 1000 ? 0 : decimals);
  return `${text}${NARROW}%`;
}

/** A share in a sentence, without trailing zeros: `80 %`. */
export const percentPlain = (ratio: number): string => `${plain(ratio * 100, 1)}${NARROW}%`;

/** As few decimals as keep a share on its side of the marks that it is judged by: 80.04 % is not "80 %" beside a line of 80 %. */
export function percentBeside(ratio: number, marks: readonly number[]): string {
  for (let decimals = 0; decimals < 6; decimals++) {
    const shown = Number((ratio * 100).toFixed(decimals));
    const blurred = marks.some(
      (mark) => ratio !== mark && sideOf(shown, mark * 100) !== Math.sign(ratio - mark),
    );
    if (!blurred) return percent(ratio, decimals);
  }
  return percent(ratio, 6);
}

const sideOf = (shown: number, mark: number): number => Math.sign(Number((shown - mark).toFixed(9)));

const signed = (value: number, text: string): string =>
  value < 0 && Number(text.replaceAll(NARROW, '')) !== 0 ? `−${text}` : text;

function grouped(text: string): string {
  const [whole = '', decimals] = text.split('.');
  const groups = whole.length < 5 ? whole : whole.replace(/\B(?=(\d{3})+$)/g, NARROW);
  return decimals === undefined ? groups : `${groups}.${decimals}`;
}

/** toString would write 2.3e-5. */
const decimalsOf = (value: number): string => value.toFixed(8);

function powerOfTen(value: number): string {
  const [digits = '0', exponent = '0'] = Math.abs(value).toExponential(2).split('e');
  const raised = [...exponent.replace('+', '')].map((sign) =>
    sign === '-' ? '⁻' : SUPERSCRIPT[Number(sign)],
  );
  return `${value < 0 ? '−' : ''}${digits.replace(/\.?0+$/, '')}${NARROW}×${NARROW}10${raised.join('')}`;
}
