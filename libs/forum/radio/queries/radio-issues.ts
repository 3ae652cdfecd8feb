import { commonErrors, type LocalizedText } from '#core/kernel';
import type { Reader } from '#platform/database';
import type { Page } from '#forum/provenance';
import type { Area } from '../domain/areas.js';
import type { RadioIssueRow } from '../domain/radio-issue.types.js';
import type { RadioLevel, RadioService, RadioState, RadioType } from '../domain/radio.types.js';
import { issueColumns } from './issue-columns.js';

export interface RadioFilter {
  readonly states?: readonly RadioState[] | undefined;
  readonly types?: readonly RadioType[] | undefined;
  readonly services?: readonly RadioService[] | undefined;
  readonly areas?: readonly Area[] | undefined;
  readonly levels?: readonly RadioLevel[] | undefined;
  /** Words of the title or the code. */
  readonly text?: string | undefined;
}

export interface RadioAsk {
  /** 1–200. */
  readonly limit: number;
  readonly after?: { readonly key: string; readonly id: string } | undefined;
}

/** Positions are integers of the database. @throws common.notACursor */
function positionIn(key: string): number {
  if (!/^\d{1,10}$/u.test(key) || Number(key) > 2_147_483_647)
    throw commonErrors.notACursor({}, [{ path: 'cursor', code: commonErrors.notACursor.code }]);
  return Number(key);
}

/** The register, drafts first, then the newest: by a key of the index, so that no page counts the rows before it. */
export async function listRadioIssues(
  reader: Reader,
  { limit, after }: RadioAsk,
  filter: RadioFilter = {},
): Promise<Page<RadioIssueRow>> {
  const params: unknown[] = [limit + 1];
  const where: string[] = [];
  const add = (sql: (at: string) => string, value: unknown): void => {
    params.push(value);
    where.push(sql(`$${String(params.length)}`));
  };
  if (after) {
    add((at) => `(i.position, i.id) < (${at}::integer, $${String(params.length + 1)}::uuid)`, positionIn(after.key));
    params.push(after.id);
  }
  if (filter.states?.length) add((at) => `i.status = any (${at}::text[])`, filter.states);
  if (filter.types?.length) add((at) => `i.type = any (${at}::text[])`, filter.types);
  if (filter.levels?.length) add((at) => `i.level = any (${at}::text[])`, filter.levels);
  if (filter.services?.length) add((at) => `i.services && ${at}::text[]`, filter.services);
  if (filter.areas?.length) add((at) => `i.areas && ${at}::text[]`, filter.areas);
  if (filter.text)
    add(
      (at) =>
        `lower(concat_ws(' ', i.code, i.title -> 'ko' ->> 'text', i.title -> 'ja' ->> 'text', i.title -> 'en' ->> 'text')) like '%' || ${at} || '%'`,
      filter.text.toLowerCase().replace(/[\\%_]/gu, '\\$&'),
    );
  const rows = await reader.query<RadioIssueRow & { position: number }>(
    `select ${issueColumns}, i.position from forum.radio_issue i ${where.length > 0 ? `where ${where.join(' and ')}` : ''}
      order by i.position desc, i.id desc limit $1`,
    params,
  );
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last ? { key: String(last.position), id: last.id } : null };
}

/** Title and standing of several cases; what the reader may not see is left out. */
export async function radioTitles(
  reader: Reader,
  ids: readonly string[],
): Promise<{ id: string; title: LocalizedText; code: string | null }[]> {
  return reader.query('select i.id, i.title, i.code from forum.radio_issue i where i.id = any ($1::uuid[])', [ids]);
}
