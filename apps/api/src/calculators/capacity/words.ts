import { STORAGE_MEDIA } from '@plimsoll/checkpoint';
import {
  ASSIGNERS,
  ATTACHMENTS,
  CONNECTORS,
  JOIN_TYPES,
  MODELS,
  OPERATOR_KINDS,
  RESOURCES,
  SHIP_STRATEGIES,
  STATE_BACKENDS,
} from '@plimsoll/planner';
import { EVIDENCE } from '@plimsoll/trace';
import { enumeration } from '../../fields/index.js';

/** The closed lists of words that a capacity plan is asked for and answered in. */
export const PLAN_MODEL = enumeration(
  'PlanModel',
  MODELS,
  'Whose arithmetic: that of the talk, or the full one.',
);
export const OPERATOR_KIND = enumeration('OperatorKind', OPERATOR_KINDS);
export const SHIP_STRATEGY = enumeration('ShipStrategy', SHIP_STRATEGIES);
export const CONNECTOR = enumeration('Connector', CONNECTORS, 'none: no network.');
export const ASSIGNER = enumeration('Assigner', ASSIGNERS);
export const JOIN_TYPE = enumeration('JoinType', JOIN_TYPES);
export const STATE_BACKEND = enumeration('StateBackend', STATE_BACKENDS);
export const ATTACHMENT = enumeration('Attachment', ATTACHMENTS);
export const RESOURCE = enumeration(
  'Resource',
  RESOURCES,
  'In the order in which ties of the bottleneck are broken.',
);
export const EVIDENCE_MARK = enumeration(
  'Evidence',
  EVIDENCE,
  'How firm a figure is, from the firmest to the weakest.',
);
export const SEVERITY = enumeration('Severity', ['error', 'warning', 'info']);
export const STORAGE_MEDIUM = enumeration('StorageMedium', STORAGE_MEDIA, 'What a volume is made of.');
