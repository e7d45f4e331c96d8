import type { Observed } from '@plimsoll/memory';
import { BareBytes, BareMillis, Shape } from '../../fields/index.js';

@Shape('Observed', 'What monitoring shows of one process: of each gauge the highest that was seen.')
export class ObservedModel implements Observed {
  @BareBytes({ optional: true, description: 'Heap that is in use after a full garbage collection.' })
  heapUsedAfterGcBytes?: number;

  @BareBytes({ optional: true })
  heapCommittedBytes?: number;

  @BareBytes({ optional: true })
  metaspaceUsedBytes?: number;

  @BareBytes({ optional: true, description: 'Network memory segments in use, in bytes.' })
  networkUsedBytes?: number;

  @BareBytes({ optional: true })
  managedUsedBytes?: number;

  @BareBytes({ optional: true, description: 'Resident set of the process.' })
  residentBytes?: number;

  @BareMillis({ optional: true, description: 'Over which time.' })
  observedForMs?: number;
}
