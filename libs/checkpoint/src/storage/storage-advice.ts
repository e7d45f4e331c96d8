import { flatten } from '@plimsoll/trace';
import { type FlinkVersion, type Outcome, ok, parseFlinkVersion, rejected } from '@plimsoll/units';
import { inOrder } from '../recovery/finding.js';
import { backendAdvice } from './backend.js';
import { STORAGE_CATALOGUE } from './catalogue.js';
import { checkStorage } from './check.js';
import { diskAdvice } from './disk.js';
import { backendFindings, diskFindings } from './findings.js';
import type { StateNeed, StorageRequest } from './request.js';
import type { StorageAdvice } from './result.js';

const NEWEST: FlinkVersion = { major: 2, minor: 3 };

/**
 * On what state should lie: the cheapest volume that meets a need, and the state backend (F9.1). Bytes, per second, US dollars a
 * month of 730 hours. Rejects values that no disk or job has. No volume that fits is a result, with what the options lack.
 */
export function storageAdvice(request: StorageRequest): Outcome<StorageAdvice> {
  const rejections = checkStorage(request);
  if (rejections.length > 0) return rejected(...rejections);
  const { need, flinkVersion } = request;
  const version = (flinkVersion === undefined ? undefined : parseFlinkVersion(flinkVersion)) ?? NEWEST;
  const options = request.options ?? STORAGE_CATALOGUE;
  const disk =
    need === undefined ? null : diskAdvice(need, options, request.options === undefined ? null : '/options');
  const medium = options.find(({ id }) => id === disk?.advice.choice)?.medium;
  const state: StateNeed | undefined =
    request.state === undefined ? undefined : { ...request.state, medium: request.state.medium ?? medium };
  const backend = state === undefined ? null : backendAdvice(state, version);
  return ok({
    disk: disk?.advice ?? null,
    backend: backend?.advice ?? null,
    findings: inOrder([
      ...(need === undefined || disk === null ? [] : diskFindings(need, disk.advice, options)),
      ...(state === undefined || backend === null ? [] : backendFindings(state, backend.advice, version)),
    ]),
    steps: flatten([...(disk?.figures ?? []), ...(backend?.figures ?? [])]),
  });
}
