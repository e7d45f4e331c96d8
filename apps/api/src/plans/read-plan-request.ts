import { type Outcome, ok, rejected } from '@plimsoll/units';
import { accept } from '../fields/index.js';
import { PlanRequestModel } from './plan.model.js';

/** Which version of the profile a plan is asked of; undefined: the newest. */
export interface PlanRequest {
  readonly profileVersion?: number;
}

/**
 * Reads the body of a request for a plan; no body at all asks for the newest version.
 * @throws ProblemException INVALID_REQUEST or INVALID_VALUE naming every field that is wrong.
 */
export const readPlanRequest = (body: unknown): PlanRequest =>
  accept(PlanRequestModel, body === undefined ? {} : body, judged);

function judged({ profileVersion }: PlanRequestModel): Outcome<PlanRequest> {
  if (profileVersion === undefined) return ok({});
  if (profileVersion >= 1 && profileVersion <= LARGEST) return ok({ profileVersion });
  return rejected({
    pointer: '/profileVersion',
    message: 'must be a version of the profile; versions count from 1',
  });
}

/** A version is a 32-bit integer in the database. */
const LARGEST = 2 ** 31 - 1;
