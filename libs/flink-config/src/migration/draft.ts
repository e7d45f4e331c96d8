import { type FlinkVersion, versionText } from '@plimsoll/units';
import type { FlinkConfig } from '../reading/index.js';
import { HIDDEN, isSensitiveKey } from '../secrets/index.js';
import type { ConfigChange, MigrationFinding } from './result.js';

type Noted = Omit<MigrationFinding, 'evidence' | 'reference'> & Partial<Pick<MigrationFinding, 'evidence'>>;

/** A configuration on its way to another version, with the reason of every step. */
export class Draft {
  private readonly entries: Map<string, string>;
  private readonly reasons = new Map<string, string>();
  /** Keys that were set in the place of another, by that one. */
  private readonly beside = new Map<string, string[]>();
  private readonly noted = new Map<string, MigrationFinding>();
  private readonly paths = new Set<string>();
  /** Keys whose values mean to the target what they meant before, under another name. */
  readonly equivalent = new Set<string>();

  constructor(
    readonly original: FlinkConfig,
    readonly from: FlinkVersion,
    readonly to: FlinkVersion,
  ) {
    this.entries = new Map(Object.entries(original));
  }

  get(key: string): string | undefined {
    return this.entries.get(key);
  }

  set(key: string, text: string, reason: string, place: string): void {
    if (!this.entries.has(key)) this.beside.set(place, [...(this.beside.get(place) ?? []), key]);
    this.entries.set(key, text);
    this.reasons.set(key, reason);
  }

  unset(key: string, reason: string): void {
    this.entries.delete(key);
    this.reasons.set(key, reason);
  }

  /** Notes a finding once for a rule and a path. */
  note(finding: Noted): void {
    const reference = `/v1/reference/options/${encodeURIComponent(finding.path.replace(/^\/config\//, ''))}?flinkVersion=`;
    const version = versionText(
      finding.ruleId === 'unknown-key' || finding.ruleId === 'default-changed' ? this.to : this.from,
    );
    const key = `${finding.ruleId} ${finding.path}`;
    this.paths.add(finding.path);
    if (!this.noted.has(key)) {
      this.noted.set(key, { evidence: [], ...finding, reference: `${reference}${version}` });
    }
  }

  isNoted(...paths: readonly string[]): boolean {
    return paths.some((path) => this.paths.has(path));
  }

  /** A value as a sentence may repeat it. */
  shown(key: string, text: string): string {
    if (isSensitiveKey(key) || isSensitiveKey(text)) return HIDDEN;
    return `"${text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text}"`;
  }

  findings(): readonly MigrationFinding[] {
    return [...this.noted.values()];
  }

  /** What is set now, new keys in the places of those that they stand for. */
  config(): Record<string, string> {
    const placed = new Map<string, string>();
    const place = (key: string): void => {
      const text = this.entries.get(key);
      if (text !== undefined) placed.set(key, text);
      for (const other of this.beside.get(key) ?? []) if (!placed.has(other) && other !== key) place(other);
    };
    for (const key of Object.keys(this.original)) place(key);
    return Object.fromEntries(placed);
  }

  changes(): readonly ConfigChange[] {
    const config = this.config();
    const keys = new Set([...Object.keys(this.original), ...Object.keys(config)]);
    return [...keys].flatMap((key) => {
      const [from, to] = [valueIn(this.original, key), valueIn(config, key)];
      return from === to ? [] : [{ key, from, to, reason: this.reasons.get(key) ?? '' }];
    });
  }
}

const LONGEST = 100;

const valueIn = (config: FlinkConfig, key: string): string | null =>
  Object.hasOwn(config, key) ? (config[key] ?? null) : null;
