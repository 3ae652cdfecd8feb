import { cleanCode, commonErrors, DomainError } from '#core/kernel';
import type { ActionPriority } from './action.types.js';
import { actionsErrors } from './actions.errors.js';
import { isDueDay } from './due.js';
import { BOTH } from './owners.js';

/** What one typed line says; owners are still words, in the order written. */
export interface ActionLine {
  readonly title: string;
  readonly owners: readonly string[];
  /** `YYYY-MM-DD` */
  readonly due: string;
  readonly priority: ActionPriority;
}

const priorities: Readonly<Record<string, ActionPriority>> = {
  high: 'high',
  긴급: 'high',
  至急: 'high',
  low: 'low',
};
const dueWords: readonly string[] = ['due', '기한', '期限'];
const bothWords: readonly string[] = [BOTH, '양측', '双方'];

const mark = /^[@＠!！]/u;
const date = /^(\d{4})[-/.年년](\d{1,2})[-/.月월](\d{1,2})[日일.]?$/u;

/**
 * Reads `@post !due 2027-05-06 title` (domain.md 3.9: recorded live, in one line). Marks may stand anywhere, in full or half width;
 * `!2027-05-06` is enough for a date, a second `@post` splits the item, `!high` and `!low` set the priority. What is left is the title,
 * as typed.
 * @throws actions.lineNoOwner, actions.lineNoDue, actions.lineUnknownMark, actions.bothOwners, common.notADate, common.required
 */
export function parseActionLine(text: string): ActionLine {
  const owners: string[] = [];
  const title: string[] = [];
  let due: string | undefined;
  let priority: ActionPriority = 'normal';
  const words = text.split(/\s+/u).filter((word) => word !== '');
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const said = cleanCode(word).slice(1);
    if (!mark.test(word) || said === '') title.push(word);
    else if (/^[@＠]/u.test(word)) owners.push(ownerOf(said));
    else if (dueWords.includes(said.toLowerCase())) due = dayOf(cleanCode(words[(at += 1)] ?? ''));
    else if (priorities[said.toLowerCase()]) priority = priorities[said.toLowerCase()] ?? priority;
    else if (/^\d/u.test(said)) due = dayOf(said);
    else throw fault(actionsErrors.lineUnknownMark({ mark: word }));
  }
  if (owners.length === 0) throw fault(actionsErrors.lineNoOwner());
  if (due === undefined) throw fault(actionsErrors.lineNoDue());
  if (title.length === 0) throw fault(commonErrors.required());
  return { title: title.join(' '), owners, due, priority };
}

function ownerOf(word: string): string {
  if (bothWords.includes(word.toLowerCase())) throw fault(actionsErrors.bothOwners());
  return word;
}

function dayOf(word: string): string {
  const [, year = '', month = '', day = ''] = date.exec(word) ?? [];
  const plain = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!isDueDay(plain)) throw fault(commonErrors.notADate());
  return plain;
}

/** Everything that can be wrong stands in the one line typed. */
function fault(error: DomainError): DomainError {
  return new DomainError(error.code, error.status, error.params, [
    { path: 'text', code: error.code, params: error.params },
  ]);
}
