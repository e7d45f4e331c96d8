import type { Resource } from '@plimsoll/planner';

interface ResourceWords {
  readonly name: string;
  /** What a machine does with it; the subject stands before. */
  readonly does: string;
}

export const RESOURCE_WORDS: Readonly<Record<Resource, ResourceWords>> = {
  networkIn: { name: 'network in', does: 'receives' },
  networkOut: { name: 'network out', does: 'sends' },
  diskRead: { name: 'disk read', does: 'reads from its state disk' },
  diskWrite: { name: 'disk write', does: 'writes to its state disk' },
  diskIops: { name: 'disk operations', does: 'asks of its state disk' },
  cpu: { name: 'CPU', does: 'keeps busy' },
  memory: { name: 'memory', does: 'holds in memory' },
  diskSpace: { name: 'disk space', does: 'keeps on its state disk' },
};

export const resourceName = (resource: Resource): string => RESOURCE_WORDS[resource].name;

/** Resources that are drawn as one vessel: the two directions of a network, of a disk; the others each alone. */
export const VESSELS: readonly (readonly Resource[])[] = [
  ['networkIn', 'networkOut'],
  ['diskRead', 'diskWrite'],
  ['diskIops'],
  ['cpu'],
  ['memory'],
  ['diskSpace'],
];
