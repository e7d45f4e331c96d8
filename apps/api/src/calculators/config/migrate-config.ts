import { type ConfigChange, migrate } from '@plimsoll/flink-config';
import { accept } from '../../fields/index.js';
import { HIDDEN, isSensitiveKey, mentionsSecret } from '../../problem/sensitive-keys.js';
import { MigrateConfigRequestModel } from './migration.model.js';

/** The use case behind both doors: a body as it came to its answer, a ConfigMigration. Throws ProblemException. */
export function migrateConfig(body: unknown): object {
  const { changes, ...rest } = accept(MigrateConfigRequestModel, body, migrate);
  return { ...rest, changes: changes.map(withoutSecret) };
}

/** The configuration goes back as it came; what changed is shown to others as well. */
const withoutSecret = ({ key, from, to, reason }: ConfigChange): ConfigChange => {
  const shown = (text: string | null): string | null =>
    text !== null && (isSensitiveKey(key) || mentionsSecret(text)) ? HIDDEN : text;
  return { key, from: shown(from), to: shown(to), reason };
};
