import { notFound } from '../history/stored-id.js';

/**
 * The number of a version as it stands in a path.
 * @throws ProblemException NOT_FOUND for any other form: no version has such a number.
 */
export function versionNumber(text: string): number {
  if (!/^[1-9][0-9]{0,8}$/.test(text)) throw notFound('version of the profile');
  return Number(text);
}
