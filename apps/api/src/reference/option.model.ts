import { type FlinkOption, OPTION_TYPES } from '@plimsoll/flink-config';
import { Answer, Bool, enumeration, List, OneOf, Text, Texts } from '../fields/index.js';
import { connectionModel, pageModel } from '../history/connection.model.js';
import { Json } from '../history/json.js';

const OPTION_TYPE = enumeration('FlinkOptionType', OPTION_TYPES, 'What the value of an option is.');
const OLD_KEY_KIND = enumeration('OldKeyKind', ['deprecated', 'fallback']);
const KNOWN_BY = enumeration(
  'KnownBy',
  ['own', 'old-key', 'pattern', 'prefix-map'],
  'An option’s own key, an old one, one with placeholders filled in, or an entry of a map.',
);

/** What an option is as it travels. */
type Traveling = Omit<FlinkOption, 'defaultValue'> & { readonly default: FlinkOption['defaultValue'] };

@Answer('FlinkOption', 'An option as one version of Flink declares it.')
export class FlinkOptionModel implements Traveling {
  @Text({ example: 'taskmanager.memory.process.size' })
  key: string;

  @OneOf(OPTION_TYPE)
  type: FlinkOption['type'];

  @OneOf(OPTION_TYPE, { nullable: true, description: 'Of a list: what its items are.' })
  element: FlinkOption['element'];

  @Texts({ description: 'What an enum accepts, in any case.' })
  enumValues: string[];

  @Text({ nullable: true })
  enumClass: string | null;

  @Json({ nullable: true, description: 'Durations and sizes as text, lists and maps as such; null: none.' })
  default: FlinkOption['defaultValue'];

  @Bool({ description: 'The default is only what one process gave: a folder, an image of that version.' })
  defaultDependsOnEnvironment: boolean;

  @Texts({ description: 'Read in this order where its own key is not set, before the deprecated ones.' })
  fallbackKeys: string[];

  @Texts()
  deprecatedKeys: string[];

  @Bool()
  deprecated: boolean;

  @Bool()
  internal: boolean;

  @Bool()
  experimental: boolean;

  @Bool({ description: 'Left out of Flink’s own documentation.' })
  hidden: boolean;

  @Text({ description: 'Class and field.' })
  declaredBy: string;

  @Text()
  artifact: string;

  @Bool({ description: 'The key has placeholders of one segment each.' })
  pattern: boolean;

  @Bool({ description: '`key.anything: value` is read as well.' })
  prefixMap: boolean;

  @Texts({ description: 'The sampled versions that declare it.' })
  versions: string[];

  @Text({ nullable: true, description: 'Why this is not sure for the version; null where it was sampled.' })
  notSampled: string | null;
}

@Answer('OldKeyReader', 'An option that reads a key which is not its own.')
export class OldKeyReaderModel {
  @Text()
  key: string;

  @OneOf(OLD_KEY_KIND)
  kind: 'deprecated' | 'fallback';
}

@Answer('FlinkOptionOfKey', 'The option that a key sets; of an old key the first that reads it.')
export class FlinkOptionOfKeyModel extends FlinkOptionModel {
  @Text({ description: 'The key that was asked for.' })
  asked: string;

  @OneOf(KNOWN_BY)
  by: 'own' | 'old-key' | 'pattern' | 'prefix-map';

  @List(() => OldKeyReaderModel, { description: 'Every option that reads the key where its own is not set.' })
  readBy: OldKeyReaderModel[];
}

export const FlinkOptionConnectionModel = connectionModel('FlinkOption', FlinkOptionModel);
export const FlinkOptionPageModel = pageModel(
  'FlinkOption',
  FlinkOptionModel,
  'By key; with a query those whose keys fit it best first.',
);
