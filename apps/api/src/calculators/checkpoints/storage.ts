import { storageAdvice } from '@plimsoll/checkpoint';
import { accept } from '../../fields/index.js';
import { withDigits } from '../capacity/exact-sizes.js';
import { StorageRequestModel } from './storage-request.model.js';

/** What both doors answer. Throws the problem where nothing can be advised on. */
export const checkpointStorage = (body: unknown): object =>
  withDigits(accept(StorageRequestModel, body, storageAdvice));
