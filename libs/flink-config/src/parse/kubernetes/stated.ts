import { countAt, fieldAt, textAt } from './resource.js';
import type { Tree } from './tree.js';

/** A directory of the TaskManagers' main container that lies on a volume of its own. */
export interface MountedVolume {
  readonly path: string;
  /** Left out where the kind of the volume does not tell. */
  readonly attachment?: 'local' | 'network';
}

/** What a FlinkDeployment says beside its configuration; the operator's defaults where it says nothing. */
export interface StatedDeployment {
  readonly cluster: 'application' | 'session';
  readonly mode: 'native' | 'standalone';
  /** Of an application. */
  readonly upgradeMode?: 'stateless' | 'savepoint' | 'last-state';
  readonly parallelism?: number;
  readonly volumes: readonly MountedVolume[];
}

const UPGRADE_MODES = ['stateless', 'savepoint', 'last-state'] as const;

export function statedDeployment(spec: Tree): StatedDeployment {
  const job = fieldAt(spec, 'job')?.value;
  const runsJob = job?.kind === 'object';
  const upgrade = textAt(spec, 'job', 'upgradeMode')?.text;
  const parallelism = countAt(spec, 'job', 'parallelism');
  return {
    cluster: runsJob ? 'application' : 'session',
    mode: textAt(spec, 'mode')?.text === 'standalone' ? 'standalone' : 'native',
    ...(runsJob && { upgradeMode: UPGRADE_MODES.find((mode) => mode === upgrade) ?? 'stateless' }),
    ...(parallelism !== undefined && { parallelism }),
    volumes: [...volumesOf(spec, ['podTemplate']), ...volumesOf(spec, ['taskManager', 'podTemplate'])],
  };
}

function volumesOf(spec: Tree, template: readonly string[]): MountedVolume[] {
  const attachments = new Map(
    itemsAt(spec, ...template, 'spec', 'volumes').map((volume) => [
      textAt(volume, 'name')?.text,
      attachmentOf(volume),
    ]),
  );
  return itemsAt(spec, ...template, 'spec', 'containers')
    .filter((container) => textAt(container, 'name')?.text === 'flink-main-container')
    .flatMap((container) => itemsAt(container, 'volumeMounts'))
    .flatMap((mount) => {
      const path = textAt(mount, 'mountPath')?.text;
      const attachment = attachments.get(textAt(mount, 'name')?.text);
      return path === undefined ? [] : [{ path, ...(attachment !== undefined && { attachment }) }];
    });
}

function attachmentOf(volume: Tree): MountedVolume['attachment'] {
  if (fieldAt(volume, 'emptyDir') ?? fieldAt(volume, 'hostPath')) return 'local';
  return fieldAt(volume, 'nfs') === undefined ? undefined : 'network';
}

function itemsAt(root: Tree, ...path: readonly string[]): readonly Tree[] {
  const list = fieldAt(root, ...path)?.value;
  return list?.kind === 'list' ? list.items : [];
}
