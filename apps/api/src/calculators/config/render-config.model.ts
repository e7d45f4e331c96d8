import type { ConfigFormat, KeyLayout, RenderedConfig, RenderRequest } from '@plimsoll/flink-config';
import { Answer, ConfigMap, OneOf, Request, Str, Text } from '../../fields/index.js';
import { CONFIG_FORMAT, KEY_LAYOUT } from './file-words.js';

@Request('RenderConfig', 'A configuration, and what to write it as.')
export class RenderConfigRequestModel implements RenderRequest {
  @Str({
    max: 20,
    description: '1.3 to 1.20 or 2.0 to 2.3: its parser is to read the text.',
    example: '1.20',
  })
  flinkVersion: string;

  @OneOf(CONFIG_FORMAT, { example: 'config.yaml' })
  format: ConfigFormat;

  @ConfigMap({ example: { 'taskmanager.numberOfTaskSlots': '4' } })
  config: Record<string, string>;

  @ConfigMap({
    optional: true,
    description: 'By key: why it has its value. Written as comments where the format can hold any.',
    example: { 'taskmanager.numberOfTaskSlots': 'One for each core.' },
  })
  reasons?: Record<string, string>;

  @OneOf(KEY_LAYOUT, { optional: true, description: 'For YAML that is read as such; dotted, unless told.' })
  layout?: KeyLayout;

  @Str({ optional: true, max: 253, description: 'metadata.name of a FlinkDeployment.', example: 'orders' })
  name?: string;
}

@Answer('RenderedConfig', 'A text from which Flink reads the very same keys and values.')
export class RenderedConfigModel implements RenderedConfig {
  @Text()
  text: string;

  @Text({ example: 'application/yaml' })
  mediaType: string;
}
