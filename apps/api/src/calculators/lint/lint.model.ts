import type { LintedConfig, LintedDocument, NotJudged, Suppressed } from '@plimsoll/rules';
import { Answer, ConfigMap, Int, List, Text, Texts } from '../../fields/index.js';
import { FindingModel } from '../capacity/trace.model.js';

@Answer('SuppressedRule', 'A rule that was not to speak.')
export class SuppressedRuleModel implements Suppressed {
  @Text()
  ruleId: string;

  @Text()
  reason: string;

  @Int({ description: 'Findings that were not told.' })
  findings: number;
}

@Answer('NotJudgedRule', 'A rule that could not be judged, for want of what.')
export class NotJudgedRuleModel implements Omit<NotJudged, 'needs'> {
  @Text()
  ruleId: string;

  @Texts()
  needs: string[];
}

@Answer('LintedDocument', 'One document of a text, or the configuration itself.')
export class LintedDocumentModel
  implements Pick<LintedDocument, 'kind' | 'name' | 'flinkVersion' | 'config'>
{
  @Text({
    description: 'FlinkDeployment or FlinkSessionJob; of a file its format; config where that was given.',
  })
  kind: string;

  @Text({ nullable: true })
  name: string | null;

  @Text()
  flinkVersion: string;

  @List(() => FindingModel)
  findings: FindingModel[];

  @ConfigMap({ description: 'With the fixes applied.' })
  config: Record<string, string>;
}

@Answer('LintedConfig', 'What is wrong with a configuration or dangerous about it, and the mended one.')
export class LintedConfigModel implements Pick<LintedConfig, 'config'> {
  @List(() => FindingModel, { description: 'Of all documents, by severity, rule and path.' })
  findings: FindingModel[];

  @ConfigMap({ description: 'The first document’s, with the fixes of its findings applied.' })
  config: Record<string, string>;

  @List(() => SuppressedRuleModel)
  suppressed: SuppressedRuleModel[];

  @List(() => NotJudgedRuleModel)
  notJudged: NotJudgedRuleModel[];

  @List(() => LintedDocumentModel)
  documents: LintedDocumentModel[];
}
