import type { ProfileModel, ProfileRequestModel } from './profile.model.js';
import type { ProfileRow } from './profile-rows.js';

/** A stored version as both doors answer it. */
export function profileModel({ id, version, createdAt, updatedAt, document }: ProfileRow): ProfileModel {
  const stated: ProfileRequestModel = JSON.parse(document);
  return { id, version, createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString(), ...stated };
}
