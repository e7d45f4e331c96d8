import { ProblemException } from '../problem/problem-exception.js';
import { readCondition, versionsIn } from './entity-tags.js';
import type { AllowedVersions } from './profile-rows.js';

/**
 * The versions that a change may replace, by its `If-Match`.
 * @throws ProblemException PRECONDITION_REQUIRED without the header; INVALID_PARAMETER where it cannot be read.
 */
export function allowedVersions(ifMatch: string | undefined): AllowedVersions {
  const condition = readCondition(ifMatch);
  switch (condition.kind) {
    case 'missing':
      throw new ProblemException('PRECONDITION_REQUIRED');
    case 'malformed':
      throw new ProblemException('INVALID_PARAMETER', {
        detail: 'If-Match must be * or a list of entity tags in quotes, such as "3".',
      });
    case 'any':
      return 'any';
    case 'tags':
      return versionsIn(condition.tags);
  }
}
