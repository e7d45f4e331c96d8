import { Args, Query, Resolver } from '@nestjs/graphql';
import { windowsThatStay } from './slow-trouble.js';
import { WindowsKeptModel } from './windows-kept.model.js';
import { WindowsKeptRequestModel } from './windows-kept-request.model.js';

@Resolver()
export class WindowsKeptResolver {
  @Query(() => WindowsKeptModel, {
    description: 'Whether windows stay past their end, and when space is full then.',
  })
  windowsKept(@Args('input', { type: () => WindowsKeptRequestModel }) input: unknown): object {
    return windowsThatStay(input);
  }
}
