import { metaspaceGrowth, windowsKept } from '@plimsoll/checkpoint';
import { accept } from '../../fields/index.js';
import { withDigits } from '../capacity/exact-sizes.js';
import { MetaspaceGrowthRequestModel } from './metaspace-growth.model.js';
import { WindowsKeptRequestModel } from './windows-kept-request.model.js';

/** What both doors answer. Each throws the problem where nothing can be told. */
export const growthOfMetaspace = (body: unknown): object =>
  withDigits(accept(MetaspaceGrowthRequestModel, body, metaspaceGrowth));

export const windowsThatStay = (body: unknown): object =>
  withDigits(accept(WindowsKeptRequestModel, body, windowsKept));
