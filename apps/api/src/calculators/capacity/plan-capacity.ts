import { capacity } from '@plimsoll/planner';
import { accept } from '../../fields/index.js';
import { CapacityRequestModel } from './capacity-request.model.js';
import { exactSizes } from './exact-sizes.js';

/** The use case behind both doors: a body as it came to a plan as it travels. Throws INVALID_REQUEST or INVALID_VALUE. */
export const planCapacity = (body: unknown): object =>
  exactSizes(accept(CapacityRequestModel, body, (request) => capacity(request)));
