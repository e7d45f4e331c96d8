import type {
  ConfigDocument,
  ParsedFormat,
  ParsedText,
  ParseProblem,
  ParseRequest,
} from '@plimsoll/flink-config';
import { Answer, ConfigMap, Int, List, OneOf, Request, Str, Text } from '../../fields/index.js';
import { FILE_LIMIT } from '../../problem/file-bodies.js';
import { PARSED_FORMAT } from './file-words.js';

@Request('ParseConfig', 'A text that holds a configuration.')
export class ParseConfigRequestModel implements ParseRequest {
  @Str({
    max: 20,
    description: '1.3 to 1.20 or 2.0 to 2.3: the parser of that version reads.',
    example: '1.20',
  })
  flinkVersion: string;

  @OneOf(PARSED_FORMAT, {
    description:
      'flink-conf.yaml up to 1.20; config.yaml from 1.19 on; flinkdeployment: any number of FlinkDeployments and FlinkSessionJobs; flink-properties: FLINK_PROPERTIES of the container images; dynamic-properties: -Dkey=value as in a shell.',
    example: 'config.yaml',
  })
  format: ParsedFormat;

  @Str({ max: FILE_LIMIT, example: 'taskmanager.numberOfTaskSlots: 4\n' })
  text: string;

  @Str({
    max: 20,
    optional: true,
    description:
      'Of the Flink Kubernetes operator that reads a FlinkDeployment, 1.0 to 1.15; the newest, unless told.',
    example: '1.10',
  })
  operatorVersion?: string;
}

@Answer('ParseProblem', 'What Flink drops or misreads in silence.')
export class ParseProblemModel implements Omit<ParseProblem, 'key'> {
  @Int({ description: 'From 1.' })
  line: number;

  @Int({ description: 'From 1, in characters.' })
  column: number;

  @Text({ description: 'Stable, in kebab-case.', example: 'missing-space-after-colon' })
  code: ParseProblem['code'];

  @Text({ description: 'What Flink makes of it, and what to write instead.' })
  message: string;
}

@Answer('ConfigDocument', 'One resource, or the file itself.')
export class ConfigDocumentModel implements Omit<ConfigDocument, 'positions'> {
  @Text({ description: 'FlinkDeployment or FlinkSessionJob; of a file its format.' })
  kind: string;

  @Text({ nullable: true, description: 'metadata.name.' })
  name: string | null;

  @Text({ description: 'What the resource says, else what was asked for.' })
  flinkVersion: string;

  @ConfigMap()
  config: Record<string, string>;

  @List(() => ParseProblemModel)
  problems: ParseProblemModel[];
}

@Answer('ParsedConfig', 'A configuration as Flink reads it from a text.')
export class ParsedConfigModel implements Omit<ParsedText, 'documents'> {
  @ConfigMap({ description: 'As Flink sees it: of the first document.' })
  config: Record<string, string>;

  @List(() => ConfigDocumentModel)
  documents: ConfigDocumentModel[];

  @List(() => ParseProblemModel, { description: 'Of all documents; the first 1000 of each.' })
  problems: ParseProblemModel[];
}
