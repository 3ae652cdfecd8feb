import type { Actor, Language, LocalizedText, Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import type { TranslationState } from '../domain/translation.lifecycle.js';
import { translatableOf } from '../translatable.js';
import { OVERDUE_SQL, rowColumns, type TranslationRow } from './translation-columns.js';

export interface TranslationFilter {
  /** What the actor translates, checks or asked for, and what nobody has taken up that they may. */
  readonly mine?: boolean | undefined;
  readonly overdue?: boolean | undefined;
  readonly states?: readonly TranslationState[] | undefined;
  readonly sessionId?: string | undefined;
  readonly pair?: { readonly from: Language; readonly to: Language } | undefined;
  /** Last row of the page before. */
  readonly after?: { readonly due: string; readonly id: string } | undefined;
  /** 1–200. */
  readonly limit: number;
}

export interface TranslationPage {
  readonly items: TranslationRow[];
  readonly hasMore: boolean;
}

type StoredRow = Omit<TranslationRow, 'label'>;

/** Requests the actor may read, earliest day first. Row security decides what is there. */
export async function listTranslations(
  reader: Reader,
  actor: Actor,
  filter: TranslationFilter,
): Promise<TranslationPage> {
  const params: unknown[] = [];
  const bind = (value: unknown): string => `$${String(params.push(value))}`;
  const columns = rowColumns(`${bind(actor.side)}::text`);
  const where = conditions(actor, filter, bind);
  const rows = await reader.query<StoredRow>(
    `select ${columns} from forum.translation_request q
      where ${where.length > 0 ? where.join(' and ') : 'true'}
      order by q.due_on, q.id limit ${bind(filter.limit + 1)}`,
    params,
  );
  return { items: await labelled(reader, rows.slice(0, filter.limit)), hasMore: rows.length > filter.limit };
}

/** One request as the reader's side names its session, or undefined when there is none to see. */
export async function findTranslation(
  reader: Reader,
  { side }: { readonly side: Side | null },
  id: string,
): Promise<TranslationRow | undefined> {
  const rows = await reader.query<StoredRow>(
    `select ${rowColumns('$1::text')} from forum.translation_request q where q.id = $2`,
    [side, id],
  );
  const [row] = await labelled(reader, rows);
  return row;
}

function conditions(actor: Actor, filter: TranslationFilter, bind: (value: unknown) => string): string[] {
  const { mine, overdue, states, sessionId, pair, after } = filter;
  return [
    ...(mine === true ? [mineSql(actor, bind)] : []),
    ...(overdue === undefined ? [] : [overdue ? OVERDUE_SQL : `not ${OVERDUE_SQL}`]),
    ...(states === undefined ? [] : [`q.state = any (${bind(states)}::text[])`]),
    ...(sessionId === undefined ? [] : [`q.session_id = ${bind(sessionId)}`]),
    ...(pair === undefined ? [] : [`q.from_lang = ${bind(pair.from)} and q.to_lang = ${bind(pair.to)}`]),
    ...(after === undefined ? [] : [`(q.due_on, q.id) > (${bind(after.due)}::date, ${bind(after.id)}::uuid)`]),
  ];
}

function mineSql(actor: Actor, bind: (value: unknown) => string): string {
  const posts = `${bind(actor.postIds)}::uuid[]`;
  const user = `${bind(actor.userId)}::uuid`;
  const free = actor.roles.includes('interpreter')
    ? ` or (q.state = 'requested' and q.translator_post_id is null and q.translator_user_id is null)
        or (q.state = 'delivered' and q.checker_post_id is null and q.delivered_user_id <> ${user})`
    : '';
  return `(q.translator_post_id = any (${posts}) or q.translator_user_id = ${user} or q.checker_post_id = any (${posts})
           or q.requested_post_id = any (${posts})${free})`;
}

/** Titles of those that are for one object each; a container such as an agenda is called by its session. */
async function labelled(reader: Reader, rows: readonly StoredRow[]): Promise<TranslationRow[]> {
  const labels = new Map<string, LocalizedText>();
  for (const type of new Set(rows.map((row) => row.containerType))) {
    const kind = translatableOf(type);
    if (kind?.subjectType !== type) continue;
    const ids = rows.filter((row) => row.containerType === type).map((row) => row.containerId);
    for (const object of await kind.find(reader, ids)) labels.set(object.id, object.label);
  }
  return rows.map((row) => ({ ...row, label: labels.get(row.containerId) ?? null }));
}
