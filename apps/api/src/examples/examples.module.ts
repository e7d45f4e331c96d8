import { Module } from '@nestjs/common';
import { ExampleService } from './example.service.js';

@Module({ providers: [ExampleService], exports: [ExampleService] })
export class ExamplesModule {}
