import { JudgementController } from './judgement.controller.js';
import { JudgementResolver } from './judgement.resolver.js';
import { KafkaTransactionsController } from './kafka-transactions.controller.js';
import { KafkaTransactionsResolver } from './kafka-transactions.resolver.js';
import { StorageController } from './storage.controller.js';
import { StorageResolver } from './storage.resolver.js';
import { TimelineController } from './timeline.controller.js';
import { TimelineResolver } from './timeline.resolver.js';
import { TuningController } from './tuning.controller.js';
import { TuningResolver } from './tuning.resolver.js';

/** The doors onto the calculators of checkpoints. */
export const CHECKPOINT_CONTROLLERS = [
  TuningController,
  TimelineController,
  KafkaTransactionsController,
  JudgementController,
  StorageController,
];
export const CHECKPOINT_RESOLVERS = [
  TuningResolver,
  TimelineResolver,
  KafkaTransactionsResolver,
  JudgementResolver,
  StorageResolver,
];
