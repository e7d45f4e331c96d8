import { Args, Query, Resolver } from '@nestjs/graphql';
import { parsedConfig, renderedConfig } from './config-files.js';
import { ParseConfigRequestModel, ParsedConfigModel } from './parse-config.model.js';
import { RenderConfigRequestModel, RenderedConfigModel } from './render-config.model.js';

@Resolver()
export class ConfigFilesResolver {
  @Query(() => ParsedConfigModel, { description: 'What Flink reads of a file.' })
  parseConfig(@Args('input', { type: () => ParseConfigRequestModel }) input: unknown): object {
    return parsedConfig(input);
  }

  @Query(() => RenderedConfigModel, { description: 'A configuration as a file that Flink loads.' })
  renderConfig(@Args('input', { type: () => RenderConfigRequestModel }) input: unknown): object {
    return renderedConfig(input);
  }
}
