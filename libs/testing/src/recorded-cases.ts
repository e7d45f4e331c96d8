import { readFileSync } from 'node:fs';

/** The cases of a JSON-lines file, such as answers of Flink's own classes: `new URL('../vectors/named.jsonl', import.meta.url)`. */
export const casesIn = <Case>(file: URL): Case[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

/** `IllegalConfigurationException` of `org.apache.flink.configuration.IllegalConfigurationException`. */
export const simpleName = (className = ''): string => className.slice(className.lastIndexOf('.') + 1);
