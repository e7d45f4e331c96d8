import type { Confidence } from '@plimsoll/memory';
import { Answer, OneOf, Texts } from '../../fields/index.js';
import { CONFIDENCE_LEVEL } from './words.js';

@Answer('Confidence', 'How far the facts carry the answer, and why so far and no further.')
export class ConfidenceModel implements Confidence {
  @OneOf(CONFIDENCE_LEVEL)
  level: Confidence['level'];

  @Texts()
  reasons: string[];
}
