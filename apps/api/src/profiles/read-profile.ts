import { composePlan } from '@plimsoll/planner';
import {
  KNOWN_VERSIONS,
  type Outcome,
  ok,
  parseFlinkVersion,
  type Rejection,
  rejected,
} from '@plimsoll/units';
import { accept } from '../fields/index.js';
import { redactConfig } from '../problem/sensitive-keys.js';
import { objectiveRejections } from './objectives.model.js';
import { ProfileRequestModel } from './profile.model.js';
import { type ProfileDocument, planInputs } from './profile-document.js';

/**
 * Reads the body of a profile as it is to be stored: in base units, without defaults, with secrets hidden.
 * A profile that is stored can be planned: the planner has judged it.
 * @throws ProblemException INVALID_REQUEST or INVALID_VALUE naming every field that is wrong.
 */
export const readProfile = (body: unknown): ProfileDocument => accept(ProfileRequestModel, body, judged);

function judged(profile: ProfileRequestModel): Outcome<ProfileDocument> {
  const document =
    profile.config === undefined ? profile : { ...profile, config: redactConfig(profile.config) };
  const composed = composePlan(planInputs(document));
  const rejections = [
    ...ownRejections(profile),
    ...(composed.kind === 'rejected' ? composed.rejections : []),
  ];
  return rejections.length === 0 ? ok(document) : rejected(...rejections);
}

function ownRejections({ name, flinkVersion, objectives }: ProfileRequestModel): Rejection[] {
  const rejections = objectiveRejections(objectives);
  if (name.trim() === '')
    rejections.push({ pointer: '/name', message: 'must have a character that can be seen' });
  if (flinkVersion !== undefined && parseFlinkVersion(flinkVersion) === undefined) {
    rejections.push({
      pointer: '/flinkVersion',
      message: `must be a version that is known: ${KNOWN_VERSIONS}`,
    });
  }
  return rejections;
}
