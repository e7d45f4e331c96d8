import type { Rule } from '@plimsoll/rules';
import { SEVERITY } from '../calculators/capacity/words.js';
import { Answer, List, OneOf, Text, Texts } from '../fields/index.js';
import { RULE_FAMILY } from './words.js';

@Answer('Rule', 'A rule that configurations are judged by.')
export class RuleModel implements Omit<Rule, 'check' | 'needs' | 'sets' | 'since' | 'until'> {
  @Text({ example: 'tm-process-exceeds-pod-limit' })
  id: string;

  @OneOf(RULE_FAMILY)
  family: Rule['family'];

  @OneOf(SEVERITY, { description: 'Of most of its findings; some places are worse or better.' })
  severity: Rule['severity'];

  @Text()
  title: string;

  @Text({ description: 'What happens to a job that does not heed it.' })
  why: string;

  @Text({ description: 'What to do.' })
  remedy: string;

  @Text({ description: 'A formula, or a section of Flink’s documentation.' })
  reference: string;

  @Text({ description: 'Who teaches it.' })
  source: string;

  @Texts({ description: 'What must be known beside the configuration.' })
  needs: string[];

  @Texts({ description: 'Where it applies.' })
  sets: string[];

  @Text({ nullable: true, description: 'The first version that it is about; null: the first that is known.' })
  since: string | null;

  @Text({ nullable: true, description: 'The last version that it is about; null: the newest.' })
  until: string | null;
}

@Answer('RuleList')
export class RuleListModel {
  @List(() => RuleModel)
  items: RuleModel[];
}
