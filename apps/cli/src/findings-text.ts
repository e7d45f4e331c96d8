import type { Position } from '@plimsoll/flink-config';
import { type Finding, type LintedConfig, placesOf, SEVERITIES } from '@plimsoll/rules';

/** Findings for people, each with its place, its numbers and its fix. */
export function findingsText(linted: LintedConfig, file: string): string {
  const { findings, notJudged } = linted;
  const places = placesOf(linted);
  return `${[...findings.map((finding) => findingText(finding, file, places.get(finding))), summary(findings, notJudged.length)].join('\n\n')}\n`;
}

function findingText(finding: Finding, file: string, position: Position | undefined): string {
  const { severity, ruleId, title, message, path, fix } = finding;
  const place = position === undefined ? file : `${file}:${position.line}:${position.column}`;
  return [
    `${place} ${severity} ${ruleId}: ${title}`,
    `  ${path}`,
    `  ${message}`,
    ...Object.entries(fix?.set ?? {}).map(([key, value]) => `  fix: ${key}: ${value}`),
    ...(fix?.unset ?? []).map((key) => `  fix: without ${key}`),
  ].join('\n');
}

function summary(findings: readonly Finding[], notJudged: number): string {
  const counts = SEVERITIES.map(
    (severity) => `${findings.filter((finding) => finding.severity === severity).length} ${severity}`,
  );
  return `${counts.join(', ')}; ${notJudged} rules not judged for want of facts beside the configuration`;
}
