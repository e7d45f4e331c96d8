import { type Figure, flinkDefault, given } from '@plimsoll/trace';
import { type FlinkVersion, parseFlinkVersion, type Unit } from '@plimsoll/units';
import type { RecoveryRequest } from './request.js';

export const NEWEST: FlinkVersion = { major: 2, minor: 3 };

/** The version that a request names; the newest that is known where it names none. */
export const versionOf = ({ flinkVersion }: RecoveryRequest): FlinkVersion =>
  (flinkVersion === undefined ? undefined : parseFlinkVersion(flinkVersion)) ?? NEWEST;

/** What was given, else what holds without it. */
export const givenOr = <U extends Unit>(
  unit: U,
  value: number | undefined,
  pointer: string,
  otherwise: Figure<U>,
): Figure<U> => (value === undefined ? otherwise : given(unit, value, pointer));

/** What was given, else Flink's own default of an option. */
export const givenOrFlink = <U extends Unit>(
  unit: U,
  value: number | undefined,
  pointer: string,
  option: string,
  flinks: number,
): Figure<U> => givenOr(unit, value, pointer, flinkDefault(unit, flinks, option));

/** One of a thing where the request does not say how many. */
export const oneUnless = (value: number | undefined, pointer: string): Figure<'count'> =>
  given('count', value ?? 1, pointer);

/** TaskManagers of the cluster; undefined where the request does not say how many machines there are. */
export function taskManagers({ cluster }: RecoveryRequest): number | undefined {
  return cluster?.machines === undefined
    ? undefined
    : cluster.machines * (cluster.taskManagersPerMachine ?? 1);
}
