import type { DiagnosisRequest, Symptom } from '@plimsoll/memory';
import { ConfigMap, Int, Nested, Request, Shape, Str } from '../../fields/index.js';
import { BODY_LIMIT } from '../../problem/server.js';
import { ObservedModel } from './observed.model.js';

@Shape('Symptom', 'How a process failed: at least one of the three.')
export class SymptomModel implements Symptom {
  @Str({
    optional: true,
    max: BODY_LIMIT,
    description: 'Exception, log lines, or what the cluster says of the container.',
    example: 'java.lang.OutOfMemoryError: Java heap space',
  })
  text?: string;

  @Int({ optional: true, description: 'As the shell counts it (128 + signal), or YARN’s own negative one.' })
  exitCode?: number;

  @Str({ optional: true, description: 'Why the cluster ended the container.', example: 'OOMKilled' })
  reason?: string;
}

@Request('DiagnoseMemory', 'A process that failed, and what is known of it.')
export class DiagnoseMemoryRequestModel implements DiagnosisRequest {
  @Str({ description: '1.10 to 1.20 or 2.0 to 2.3; a patch number narrows nothing.', example: '1.20' })
  flinkVersion: string;

  @ConfigMap({ optional: true, example: { 'taskmanager.memory.process.size': '4g' } })
  config?: Record<string, string>;

  @Nested(() => SymptomModel)
  symptom: SymptomModel;

  @Nested(() => ObservedModel, { optional: true })
  observed?: ObservedModel;

  @Str({ optional: true, description: 'Memory limit of the pod, a Kubernetes quantity.', example: '4Gi' })
  podLimit?: string;
}
