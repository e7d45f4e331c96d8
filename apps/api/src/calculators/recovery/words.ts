import { FAILURES, HIGH_AVAILABILITY, RESTART_STRATEGIES } from '@plimsoll/checkpoint';
import { enumeration } from '../../fields/index.js';

/** The closed lists of words that a recovery is asked for in. */
export const FAILURE = enumeration('Failure', FAILURES, 'What has failed.');
export const HA_KIND = enumeration('HighAvailability', HIGH_AVAILABILITY);
export const RESTART_STRATEGY = enumeration('RestartStrategyType', RESTART_STRATEGIES);
export const BLOB_SOURCE = enumeration('BlobSource', ['JOB_MANAGER', 'HIGH_AVAILABILITY_STORE']);
