import { diagnoseMemory } from '@plimsoll/memory';
import { DiagnoseMemoryRequestModel } from './diagnosis-request.model.js';
import { memoryAnswer } from './memory-answer.js';
import { withoutSecrets } from './without-secrets.js';

/** The use case behind both doors: a body as it came to its answer, a Diagnosis. Throws ProblemException. */
export const diagnose = (body: unknown): object =>
  withoutSecrets(
    memoryAnswer(DiagnoseMemoryRequestModel, body, (request) => diagnoseMemory(request)),
    body,
  );
