import { rule as internalSslOff } from '../internal-ssl-off/rule.js';
import { rule as kerberosLoginIncomplete } from '../kerberos-login-incomplete/rule.js';
import { rule as kerberosTokensExpire } from '../kerberos-tokens-expire/rule.js';
import { rule as restClientsNotAuthenticated } from '../rest-clients-not-authenticated/rule.js';
import { rule as restPortOpen } from '../rest-port-open/rule.js';
import { rule as restSslOff } from '../rest-ssl-off/rule.js';
import type { Rule } from '../rule.js';
import { rule as secretInPlainText } from '../secret-in-plain-text/rule.js';
import { rule as sslFlagNotEnough } from '../ssl-flag-not-enough/rule.js';
import { rule as sslPartSwitchedOff } from '../ssl-part-switched-off/rule.js';
import { rule as sslStoreMissing } from '../ssl-store-missing/rule.js';
import { rule as webCancelOpen } from '../web-cancel-open/rule.js';
import { rule as webSubmitOpen } from '../web-submit-open/rule.js';

export const SECURITY_RULES: readonly Rule[] = [
  internalSslOff,
  kerberosLoginIncomplete,
  kerberosTokensExpire,
  restClientsNotAuthenticated,
  restPortOpen,
  restSslOff,
  secretInPlainText,
  sslFlagNotEnough,
  sslPartSwitchedOff,
  sslStoreMissing,
  webCancelOpen,
  webSubmitOpen,
];
