import { connectionModel, pageModel } from '../history/connection.model.js';
import { ProfileModel } from './profile.model.js';

export const ProfileConnectionModel = connectionModel('Profile', ProfileModel);
export const ProfilePageModel = pageModel('Profile', ProfileModel);
