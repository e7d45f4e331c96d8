import { type LeafFigure, type Parameter, parameter } from '@plimsoll/trace';

/** Of the normal distribution: the limit for many degrees of freedom. */
const NORMAL = 1.959963984540054;

/** For 1, 2, … 30 degrees of freedom. */
const TABLE: readonly number[] = [
  12.70620473617, 4.302652729749, 3.182446305284, 2.776445105198, 2.570581835636, 2.446911851145,
  2.364624251593, 2.306004135204, 2.262157162798, 2.228138851986, 2.200985160092, 2.178812829667,
  2.160368656463, 2.144786687918, 2.13144954556, 2.119905299221, 2.109815577833, 2.100922040241,
  2.093024054408, 2.085963447266, 2.079613844728, 2.073873067904, 2.068657610419, 2.063898561628,
  2.059538552753, 2.055529438643, 2.05183051648, 2.048407141795, 2.045229642133, 2.042272456301,
];

/**
 * The 97.5 % quantile of Student’s t distribution, both tails of which leave a 95 % confidence interval between them. Up to 30
 * degrees of freedom from a table, beyond by the expansion around the normal quantile (Abramowitz and Stegun, 26.7.5).
 * Accurate to 1e-7.
 * @param degreesOfFreedom whole, at least 1
 */
export function studentT(degreesOfFreedom: number): number {
  const tabled = TABLE[degreesOfFreedom - 1];
  if (tabled !== undefined) return tabled;
  const [z, v] = [NORMAL, degreesOfFreedom];
  const first = (z ** 3 + z) / 4;
  const second = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96;
  const third = (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384;
  const fourth = (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92_160;
  return z + first / v + second / v ** 2 + third / v ** 3 + fourth / v ** 4;
}

/** The row of the reference table; a trace shows it with the value for its degrees of freedom. */
export const STUDENT_T: Parameter<'ratio'> = {
  id: 'statistics.studentT975',
  unit: 'ratio',
  value: NORMAL,
  description:
    '97.5 % quantile of Student’s t distribution, for a 95 % confidence interval: 12.71 with 1 degree of freedom, 2.23 with 10, and in the limit of many this',
  reference: 'F10.2',
  evidence: 'derived',
  versions: 'all',
};

export const studentTFigure = (degreesOfFreedom: number): LeafFigure<'ratio'> =>
  parameter({ ...STUDENT_T, value: studentT(degreesOfFreedom) });
