import { PARSED_FORMATS } from '../parse/index.js';

/** The kinds of text that a configuration can be written as. */
export const CONFIG_FORMATS = [...PARSED_FORMATS, 'helm-values'] as const;
export type ConfigFormat = (typeof CONFIG_FORMATS)[number];

/** How keys stand in YAML: whole, or in mappings within each other. */
export const KEY_LAYOUTS = ['dotted', 'nested'] as const;
export type KeyLayout = (typeof KEY_LAYOUTS)[number];

export interface RenderRequest {
  readonly flinkVersion: string;
  readonly format: ConfigFormat;
  readonly config: Readonly<Record<string, string>>;
  /** By key: why it has its value; written as comments where the format has any. */
  readonly reasons?: Readonly<Record<string, string>> | undefined;
  /** Whole keys, unless told; for YAML only. */
  readonly layout?: KeyLayout | undefined;
  /** `metadata.name` of a FlinkDeployment. */
  readonly name?: string | undefined;
}

export interface RenderedConfig {
  readonly text: string;
  readonly mediaType: string;
}

/** A key with its value, and why. */
export interface Entry {
  readonly key: string;
  readonly value: string;
  readonly reason: string | undefined;
}
