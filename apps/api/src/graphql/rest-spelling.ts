import type { ModelClass } from '../fields/field.js';
import { modelOf } from '../fields/model.js';

/**
 * Variables as they came, with the words of enumerations as REST spells them (`SLIDING` → `sliding`), so that REST's
 * reader can say what is wrong with the rest. What is not known stays as it is.
 */
export function restSpelling(type: ModelClass, raw: unknown): unknown {
  if (Array.isArray(raw) || typeof raw !== 'object' || raw === null) return raw;
  const { fields } = modelOf(type);
  return Object.fromEntries(
    Object.entries(raw).map(([name, value]: [string, unknown]) => {
      const field = fields.get(name);
      if (field?.enumeration !== undefined && typeof value === 'string') {
        const { graphql } = field.enumeration;
        return [name, Object.hasOwn(graphql, value) ? graphql[value] : value];
      }
      const nested = field?.nested?.();
      if (nested === undefined) return [name, value];
      if (!Array.isArray(value)) return [name, restSpelling(nested, value)];
      const tooLong = value.length > (field?.list?.max ?? 0);
      return [name, tooLong ? value : value.map((item) => restSpelling(nested, item))];
    }),
  );
}
