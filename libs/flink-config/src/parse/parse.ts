import {
  type FlinkVersion,
  isFrom,
  KNOWN_VERSIONS,
  type Outcome,
  ok,
  parseFlinkVersion,
  type Rejection,
  rejected,
  versionText,
} from '@plimsoll/units';
import { NEWEST_OPERATOR, parseOperatorVersion } from '../operator/index.js';
import type { ConfigDocument, LoadingRefusal, ParsedFormat, ParsedText } from './answer.js';
import { dynamicProperties } from './dynamic-properties.js';
import { flatFile } from './flat-file.js';
import { flinkProperties } from './flink-properties.js';
import { flinkResources } from './kubernetes/resources.js';
import { refusal } from './refusal.js';
import type { Settings } from './settings.js';
import { standardFile } from './standard-file.js';
import { TooMuch } from './too-much.js';
import { LoadFault } from './yaml/fault.js';

export interface ParseRequest {
  readonly flinkVersion: string;
  readonly format: ParsedFormat;
  readonly text: string;
  /** Of the Flink Kubernetes operator; the newest, unless told. */
  readonly operatorVersion?: string | undefined;
}

/** What Flink makes of a text; or why it would not load it; or why it was not read. */
export type ParseAnswer =
  | Outcome<ParsedText>
  | { readonly kind: 'refused'; readonly refusal: LoadingRefusal };

/** A configuration as the given version of Flink reads it from a text, and what it drops or misreads in silence. */
export function parseConfig(request: ParseRequest): ParseAnswer {
  const version = parseFlinkVersion(request.flinkVersion);
  if (version === undefined) return rejected(unknownVersion(request.flinkVersion));
  const wrongFile = fileRejection(request.format, version);
  if (wrongFile !== null) return rejected(wrongFile);
  try {
    const documents = documentsOf(request, version);
    return documents.kind === 'ok' ? ok(parsedText(documents.value)) : documents;
  } catch (fault) {
    if (fault instanceof LoadFault) return { kind: 'refused', refusal: refusal(request.text, fault) };
    if (fault instanceof TooMuch) return rejected({ pointer: '/text', message: fault.message });
    throw fault;
  }
}

const unknownVersion = (received: string): Rejection => ({
  pointer: '/flinkVersion',
  received,
  message: `is not a known version of Flink; known are ${KNOWN_VERSIONS}`,
});

/** Why a version does not read a file of this name; null where it does. */
export function fileRejection(format: string, version: FlinkVersion): Rejection | null {
  const name = versionText(version);
  const refused = (message: string): Rejection => ({ pointer: '/format', received: format, message });
  if (format === 'config.yaml' && !isFrom(version, 1, 19)) {
    return refused(
      `is not read by Flink ${name}, which has flink-conf.yaml only; config.yaml came with 1.19`,
    );
  }
  if (format === 'flink-conf.yaml' && isFrom(version, 2, 0)) {
    return refused(
      `is not read by Flink ${name}, which refuses to start without a config.yaml; rename and convert it`,
    );
  }
  return null;
}

function documentsOf(
  { format, text, flinkVersion, operatorVersion = NEWEST_OPERATOR }: ParseRequest,
  version: FlinkVersion,
): Outcome<readonly ConfigDocument[]> {
  const whole = (settings: Settings): Outcome<readonly ConfigDocument[]> =>
    ok([
      {
        kind: format,
        name: null,
        flinkVersion,
        config: settings.config(),
        problems: settings.problems(),
        positions: settings.positions(),
      },
    ]);
  switch (format) {
    case 'flink-conf.yaml':
      return whole(flatFile(text));
    case 'config.yaml':
      return whole(standardFile(text));
    case 'flink-properties':
      return whole(flinkProperties(text, version));
    case 'dynamic-properties': {
      const settings = dynamicProperties(text);
      return settings.kind === 'ok' ? whole(settings.value) : settings;
    }
    case 'flinkdeployment': {
      const operator = parseOperatorVersion(operatorVersion, '/operatorVersion');
      return operator.kind === 'ok' ? flinkResources(text, flinkVersion, operator.value) : operator;
    }
  }
}

const parsedText = (documents: readonly ConfigDocument[]): ParsedText => ({
  config: documents[0]?.config ?? {},
  documents,
  problems: documents.flatMap(({ problems }) => problems),
});
