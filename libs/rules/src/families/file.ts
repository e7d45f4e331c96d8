import { rule as deprecatedKey } from '../deprecated-key/rule.js';
import { rule as duplicateSetting } from '../duplicate-setting/rule.js';
import { rule as fileMisread } from '../file-misread/rule.js';
import { rule as keyOfOtherVersion } from '../key-of-other-version/rule.js';
import { rule as optionNotSampled } from '../option-not-sampled/rule.js';
import { rule as removedKey } from '../removed-key/rule.js';
import type { Rule } from '../rule.js';
import { rule as unknownKey } from '../unknown-key/rule.js';
import { rule as valueEqualsDefault } from '../value-equals-default/rule.js';
import { rule as valueNotReadable } from '../value-not-readable/rule.js';

export const FILE_RULES: readonly Rule[] = [
  deprecatedKey,
  duplicateSetting,
  fileMisread,
  keyOfOtherVersion,
  optionNotSampled,
  removedKey,
  unknownKey,
  valueEqualsDefault,
  valueNotReadable,
];
