import { ruleOfCode } from './due.js';

/** Rules of domain.md 4 whose letter names the date and what is asked, in words of its own. */
export const DUE_RULES = [
  'radio-acknowledge',
  'radio-measure',
  'arrangement_posted',
  'commitment-review',
  'contribution-decide',
  'contribution-text',
  'contribution-submit',
  'exhibition-invite',
  'exhibition-apply',
  'exhibition-allot',
  'exhibition-list',
  'exhibition-shipping',
  'exhibition-report',
  'exchange-call',
  'exchange-visa',
  'exchange-report',
] as const;

/** True for the code of such a rule, also one level up. */
export const isDueRule = (code: string): boolean => DUE_RULES.some((rule) => rule === ruleOfCode(code).rule);
