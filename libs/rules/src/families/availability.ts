import { rule as brokerKeyInFlinkConfig } from '../broker-key-in-flink-config/rule.js';
import type { Rule } from '../rule.js';

export const AVAILABILITY_RULES: readonly Rule[] = [brokerKeyInFlinkConfig];
