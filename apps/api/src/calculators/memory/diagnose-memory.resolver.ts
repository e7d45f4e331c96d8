import { Args, Query, Resolver } from '@nestjs/graphql';
import { diagnose } from './diagnose-memory.js';
import { DiagnosisModel } from './diagnosis.model.js';
import { DiagnoseMemoryRequestModel } from './diagnosis-request.model.js';

@Resolver()
export class DiagnoseMemoryResolver {
  @Query(() => DiagnosisModel, { description: 'Which memory ran out, and what to do.' })
  diagnoseMemory(@Args('input', { type: () => DiagnoseMemoryRequestModel }) input: unknown): object {
    return diagnose(input);
  }
}
