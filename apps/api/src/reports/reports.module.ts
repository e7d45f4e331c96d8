import { Module } from '@nestjs/common';
import { ExamplesModule } from '../examples/examples.module.js';
import { PlansModule } from '../plans/plans.module.js';
import { ReportsController } from './reports.controller.js';
import { StoredPages } from './stored-pages.js';

@Module({
  imports: [PlansModule, ExamplesModule],
  controllers: [ReportsController],
  providers: [StoredPages],
})
export class ReportsModule {}
