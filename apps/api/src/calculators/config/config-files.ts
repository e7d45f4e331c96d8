import {
  type ConfigDocument,
  type ParseProblem,
  parseConfig,
  type RenderedConfig,
  renderConfig,
} from '@plimsoll/flink-config';
import { ok } from '@plimsoll/units';
import { accept } from '../../fields/index.js';
import { ProblemException } from '../../problem/problem-exception.js';
import {
  type ConfigDocumentModel,
  ParseConfigRequestModel,
  type ParsedConfigModel,
  type ParseProblemModel,
} from './parse-config.model.js';
import { RenderConfigRequestModel } from './render-config.model.js';

/** The use cases behind both doors: a body as it came to its answer. They throw ProblemException. */
export function parsedConfig(body: unknown): ParsedConfigModel {
  const answer = accept(ParseConfigRequestModel, body, (request) => {
    const read = parseConfig(request);
    return read.kind === 'rejected' ? read : ok(read);
  });
  if (answer.kind === 'refused') throw new ProblemException('FLINK_REJECTS_CONFIG', { ...answer.refusal });
  const { config, documents, problems } = answer.value;
  return { config: { ...config }, documents: documents.map(mapDocument), problems: problems.map(mapProblem) };
}

export const renderedConfig = (body: unknown): RenderedConfig =>
  accept(RenderConfigRequestModel, body, renderConfig);

const mapDocument = ({
  kind,
  name,
  flinkVersion,
  config,
  problems,
}: ConfigDocument): ConfigDocumentModel => ({
  kind,
  name,
  flinkVersion,
  config: { ...config },
  problems: problems.map(mapProblem),
});

const mapProblem = ({ line, column, code, message }: ParseProblem): ParseProblemModel => ({
  line,
  column,
  code,
  message,
});
