import type { ImportRemark, MissingField, RemarkCode } from './result.js';

/** An export of many operators must not answer in more words than it asked in. */
const MOST = 5000;

/** What was decided, and what is not told, in the order in which it was found. */
export class Remarks {
  readonly remarks: ImportRemark[] = [];
  readonly missing: MissingField[] = [];

  say(code: RemarkCode, path: string, message: string): void {
    if (this.remarks.length < MOST) this.remarks.push({ code, path, message });
  }

  lacks(path: string, needed: boolean, why: string): void {
    this.missing.push({ path, needed, why });
  }
}
