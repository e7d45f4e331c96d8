import { Module } from '@nestjs/common';
import { PlanController } from './plan.controller.js';
import { ConfigOfPlanResolver, PlanResolver, PlansOfProfileResolver } from './plan.resolver.js';
import { PlanService } from './plan.service.js';

@Module({
  controllers: [PlanController],
  providers: [PlanService, PlanResolver, ConfigOfPlanResolver, PlansOfProfileResolver],
  exports: [PlanService],
})
export class PlansModule {}
