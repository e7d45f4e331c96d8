import { rule as checkpointedInterface } from '../checkpointed-interface/rule.js';
import { rule as claimModeLegacy } from '../claim-mode-legacy/rule.js';
import { rule as forceKryo } from '../force-kryo/rule.js';
import { rule as kryoFallbackAllowed } from '../kryo-fallback-allowed/rule.js';
import { rule as kryoSerializesRecords } from '../kryo-serializes-records/rule.js';
import { rule as kryoTypesNotRegistered } from '../kryo-types-not-registered/rule.js';
import { rule as noSavepointOnDeletion } from '../no-savepoint-on-deletion/rule.js';
import { rule as operatorsWithoutUid } from '../operators-without-uid/rule.js';
import { rule as restoredSavepointClaimed } from '../restored-savepoint-claimed/rule.js';
import type { Rule } from '../rule.js';
import { rule as savepointHistoryTooShort } from '../savepoint-history-too-short/rule.js';
import { rule as schemaShippedPerRecord } from '../schema-shipped-per-record/rule.js';
import { rule as serializersChangedOnRestore } from '../serializers-changed-on-restore/rule.js';
import { rule as unclaimedStateIgnored } from '../unclaimed-state-ignored/rule.js';

export const UPGRADE_SAFETY_RULES: readonly Rule[] = [
  checkpointedInterface,
  claimModeLegacy,
  forceKryo,
  kryoFallbackAllowed,
  kryoSerializesRecords,
  kryoTypesNotRegistered,
  noSavepointOnDeletion,
  operatorsWithoutUid,
  restoredSavepointClaimed,
  savepointHistoryTooShort,
  schemaShippedPerRecord,
  serializersChangedOnRestore,
  unclaimedStateIgnored,
];
