import type { Alternative, Bottleneck, CapacityPlan, RejectedCount } from '@plimsoll/planner';
import { Answer, Bool, BytesPerSecond, Int, List, Nested, Num, OneOf } from '../../fields/index.js';
import { RESOURCE } from './words.js';

@Answer('Bottleneck', 'The resource that binds.')
export class BottleneckModel implements Bottleneck {
  @OneOf(RESOURCE)
  resource: Bottleneck['resource'];

  @Num()
  utilization: number;
}

@Answer('RejectedCount', 'A number of machines that is too small, and what binds there.')
export class RejectedCountModel extends BottleneckModel implements RejectedCount {
  @Int()
  machines: number;
}

@Answer('SmallestCluster', 'The smallest number of machines that fits the target.')
export class SmallestClusterModel implements SmallestOfPlan {
  @Int({ nullable: true, description: 'null: none up to 10,000.' })
  machines: number | null;

  @Nested(() => BottleneckModel, { nullable: true })
  bottleneck: BottleneckModel | null;

  @List(() => RejectedCountModel)
  rejected: RejectedCountModel[];
}
type SmallestOfPlan = CapacityPlan['smallest'];

@Answer('Alternative', 'The load at another number of machines.')
export class AlternativeModel implements Alternative {
  @Int()
  machines: number;

  @Bool()
  fits: boolean;

  @Nested(() => BottleneckModel, { nullable: true })
  bottleneck: BottleneckModel | null;

  @BytesPerSecond()
  networkInBytesPerSecond: number;

  @Num()
  networkInUtilization: number;

  @BytesPerSecond()
  networkOutBytesPerSecond: number;

  @Num()
  networkOutUtilization: number;
}
