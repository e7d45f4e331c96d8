import type { FlinkConfig } from '@plimsoll/flink-config';
import {
  type FlinkVersion,
  isFrom,
  KNOWN_VERSIONS,
  type Outcome,
  ok,
  parseFlinkVersion,
  type Rejection,
  rejected,
} from '@plimsoll/units';
import { RULES } from './catalogue.js';
import { ConfigReader } from './config-reader.js';
import type { LintContext, LintFacts } from './facts.js';
import { type Finding, inOrder, SEVERITIES, type Severity } from './finding.js';
import { allFixed } from './fixes.js';
import { ProcessMemory } from './process-memory.js';
import { type Need, RULE_SETS, type Rule, type RuleSet, type Violation } from './rule.js';
import { withoutSecrets } from './secrets.js';
import { Spellings } from './spellings.js';

/** A rule that is not to speak, and why. */
export interface Suppression {
  readonly ruleId: string;
  readonly reason: string;
}

/** Which rules speak, and how loud. */
export interface RuleChoice {
  /** Default: production. */
  readonly set?: RuleSet;
  readonly suppress?: readonly Suppression[];
  /** The least severity that is told. Default: info. */
  readonly atLeast?: Severity;
}

export interface LintRequest extends LintContext {
  readonly flinkVersion: string;
  readonly config: FlinkConfig;
  readonly rules?: RuleChoice;
}

/** A rule that could not be judged, for want of what. */
export interface NotJudged {
  readonly ruleId: string;
  readonly needs: readonly Need[];
}

export interface Suppressed extends Suppression {
  /** Findings that were not told. */
  readonly findings: number;
}

export interface Lint {
  readonly findings: readonly Finding[];
  /** With the fixes of the findings applied. */
  readonly config: FlinkConfig;
  readonly suppressed: readonly Suppressed[];
  readonly notJudged: readonly NotJudged[];
}

/**
 * What is wrong with a configuration or dangerous about it, by which numbers, and the mended configuration. Rejects a version that
 * is not known, a rule that does not exist, and a suppression without a reason.
 * @param rules to judge by; all that there are, unless told
 * @param spellings of unknown keys that were looked for before, in other documents of the same text
 */
export function lint(
  request: LintRequest,
  rules: readonly Rule[] = RULES,
  spellings: Spellings = new Spellings(),
): Outcome<Lint> {
  const version = parseFlinkVersion(request.flinkVersion);
  const rejections = [...wrongVersion(request, version), ...wrongChoice(request.rules ?? {}, rules)];
  if (version === undefined || rejections.length > 0) return rejected(...rejections);
  const { config, rules: choice = {} } = request;
  const facts = factsOf(request, version, spellings);
  const asked = applicable(rules, choice.set ?? 'production', version);
  const judged = asked.filter(({ needs }) => needs.every((need) => request[need] !== undefined));
  const all = judged.flatMap((rule) =>
    findingsOf(
      rule,
      rule.check(facts).map((violation) => withoutSecrets(config, violation)),
    ),
  );
  const silent = new Map((choice.suppress ?? []).map(({ ruleId, reason }) => [ruleId, reason]));
  const least = SEVERITIES.indexOf(choice.atLeast ?? 'info');
  const findings = inOrder(
    all.filter(({ ruleId, severity }) => !silent.has(ruleId) && SEVERITIES.indexOf(severity) <= least),
  );
  return ok({
    findings,
    config: allFixed(config, findings),
    suppressed: [...silent].map(([ruleId, reason]) => ({
      ruleId,
      reason,
      findings: all.filter((finding) => finding.ruleId === ruleId).length,
    })),
    notJudged: asked
      .filter(({ needs }) => needs.some((need) => request[need] === undefined))
      .map(({ id, needs }) => ({
        ruleId: id,
        needs: needs.filter((need) => request[need] === undefined),
      })),
  });
}

/** A configuration with all that is known beside it, as rules see it. */
export function factsOf(
  request: LintRequest,
  version: FlinkVersion,
  spellings: Spellings = new Spellings(),
): LintFacts {
  const { flinkVersion: _version, config: entries, rules: _rules, ...context } = request;
  const config = new ConfigReader(version, entries);
  const { kind = 'Standalone', injected } = context.deployment ?? {};
  const started = kind === 'Standalone' ? 'standalone' : 'container';
  return { ...context, config, memory: new ProcessMemory(config, started, injected), spellings };
}

const findingsOf = (rule: Rule, violations: readonly Violation[]): Finding[] =>
  violations.map(({ severity, message, path, evidence, fix }) => ({
    ruleId: rule.id,
    severity: severity ?? rule.severity,
    title: rule.title,
    message,
    path,
    evidence,
    ...(fix !== undefined && { fix }),
    reference: rule.reference,
  }));

/** By their list, then by set and version: which rules apply is asked again with every configuration. */
const known = new WeakMap<readonly Rule[], Map<string, readonly Rule[]>>();

function applicable(rules: readonly Rule[], set: RuleSet, version: FlinkVersion): readonly Rule[] {
  const ofList = known.get(rules) ?? new Map<string, readonly Rule[]>();
  known.set(rules, ofList);
  const key = `${set} ${version.major}.${version.minor}`;
  const found = ofList.get(key) ?? rules.filter((rule) => applies(rule, set, version));
  ofList.set(key, found);
  return found;
}

function applies({ sets = RULE_SETS, since, until }: Rule, set: RuleSet, version: FlinkVersion): boolean {
  return sets.includes(set) && !isBefore(version, since) && !isAfter(version, until);
}

const isBefore = (version: FlinkVersion, since: string | undefined): boolean => {
  const first = since === undefined ? undefined : parseFlinkVersion(since);
  return first !== undefined && !isFrom(version, first.major, first.minor);
};

const isAfter = (version: FlinkVersion, until: string | undefined): boolean => {
  const last = until === undefined ? undefined : parseFlinkVersion(until);
  return last !== undefined && isFrom(version, last.major, last.minor + 1);
};

function wrongVersion({ flinkVersion }: LintRequest, version: FlinkVersion | undefined): Rejection[] {
  if (version !== undefined) return [];
  const message = `is not a known version of Flink; known are ${KNOWN_VERSIONS}`;
  return [{ pointer: '/flinkVersion', message, received: flinkVersion }];
}

function wrongChoice({ suppress = [] }: RuleChoice, rules: readonly Rule[]): Rejection[] {
  if (suppress.length === 0) return [];
  const ids = new Set(rules.map(({ id }) => id));
  return suppress.flatMap(({ ruleId, reason }, at): Rejection[] => {
    if (!ids.has(ruleId)) {
      const pointer = `/rules/suppress/${at}/ruleId`;
      return [{ pointer, message: 'is no rule: see the reference of rules', received: ruleId }];
    }
    return reason.trim() === ''
      ? [{ pointer: `/rules/suppress/${at}/reason`, message: 'must say why the rule is not to speak' }]
      : [];
  });
}
