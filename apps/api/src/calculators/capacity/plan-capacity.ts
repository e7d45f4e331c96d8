import { type CapacityPlan, capacity } from '@plimsoll/planner';
import { accept } from '../../fields/index.js';
import { CapacityRequestModel } from './capacity-request.model.js';

/** The use case behind both doors: a body as it came to its plan. Throws INVALID_REQUEST or INVALID_VALUE. */
export const planCapacity = (body: unknown): CapacityPlan =>
  accept(CapacityRequestModel, body, (request) => capacity(request));
