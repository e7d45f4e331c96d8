import {
  type FlinkVersion,
  inHashOrder,
  isFrom,
  parseJavaLong,
  shortestDecimal,
  splitEscaped,
} from '@plimsoll/units';
import { type ConfigReader, read } from '../config-reader.js';
import { option } from '../option.js';

export const EXTERNAL_RESOURCES = option('external-resources');
const NONE = 'none';
const FLOW_LIST = /^\s*\[(.*)\]\s*$/s;

export const amountKey = (name: string): string => `external-resource.${name}.amount`;

/**
 * Amounts of the external resources (GPUs and the like) that the configuration names, in the order of Flink's hash maps. One
 * without a positive amount is left out with a warning.
 * @throws FlinkException where an amount or the list cannot be read
 * @see org.apache.flink.runtime.externalresource.ExternalResourceUtils
 */
export function externalResourceAmounts(reader: ConfigReader): (readonly [string, bigint])[] {
  const found = reader.text(EXTERNAL_RESOURCES);
  if (found === undefined || found.text === NONE) return [];
  const names = read(
    reader.version,
    EXTERNAL_RESOURCES,
    found,
    splitEscaped(listText(found.text, reader.version), ';'),
  );
  const amounts = new Map<string, bigint>();
  for (const name of inHashOrder(names)) {
    const amount = amountOf(reader, name);
    if (amount !== undefined) amounts.set(name, amount);
  }
  return inHashOrder(amounts.keys()).map((name) => [name, amounts.get(name) ?? 0n]);
}

function amountOf(reader: ConfigReader, name: string): bigint | undefined {
  const amountOption = option(amountKey(name));
  const found = reader.text(amountOption);
  if (found === undefined) {
    reader.log('WARN', `The amount of the ${name} should be configured. Will ignore that resource.`);
    return undefined;
  }
  const amount = read(reader.version, amountOption, found, parseJavaLong(found.text));
  if (amount > 0n) return throughDouble(amount);
  reader.log(
    'WARN',
    `The amount of the ${amount} should be positive while finding ${name}. Will ignore that resource.`,
  );
  return undefined;
}

/** From 1.19 on a list may be written in YAML's flow style as well. */
function listText(text: string, version: FlinkVersion): string {
  const inside = isFrom(version, 1, 19) ? FLOW_LIST.exec(text)?.[1] : undefined;
  return inside === undefined ? text : inside.replaceAll(',', ';');
}

/** Flink keeps an amount as a double and prints it as a long again. */
const throughDouble = (amount: bigint): bigint => {
  const { digits, scale } = shortestDecimal(Number(amount));
  return BigInt.asIntN(64, digits / scale);
};
