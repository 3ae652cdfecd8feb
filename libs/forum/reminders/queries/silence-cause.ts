import type { LocalizedText, Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import { findRuleBook, RuleBook } from '#forum/reminder-rules';
import { sessionRefAs, sessionTitle, type SessionRef } from '#forum/sessions';
import type { Cause } from '../domain/reminder.types.js';
import { actionSilenceRule } from '../domain/rules.js';
import { tellsOn } from '../domain/tells-on.js';
import { silentChannelsAs } from './silent-channels.js';

export interface SilenceCause extends Omit<Cause, 'session'> {
  readonly session: SessionRef | null;
  readonly answerUntil: string;
  readonly ownerSide: Side;
  /** Whose rules say when it is told; null: the standard ones. */
  readonly channelId: string | null;
}

interface Row {
  title: LocalizedText;
  number: string;
  answer_until: string;
  owner_side: Side;
  version: number;
  channel_id: string | null;
  session: SessionRef | null;
}

/**
 * A report that silence will confirm, as the side that was asked reads it; undefined once it is answered, of the illustrative record, and
 * while its channel rests, when nobody is taken to agree.
 */
export async function findSilence(reader: Reader, actionId: string): Promise<SilenceCause | undefined> {
  const [row] = await reader.query<Row>(
    `select i.title, i.number, i.answer_until, i.owner_side, i.version, i.channel_id,
            ${sessionRefAs('i.session_id', `(case i.owner_side when 'kr' then 'jp' else 'kr' end)`)} as session
       from forum.action_item i where i.id = $1 and i.state = 'done_claimed' and i.answer_until is not null
        and not ${silentChannelsAs('i.channel_id')}`,
    [actionId],
  );
  if (!row) return undefined;
  return {
    fingerprint: `until=${row.answer_until};version=${String(row.version)}`,
    title: row.title,
    number: row.number,
    session: row.session,
    side: row.owner_side,
    facts: [{ label: 'answerBy', date: row.answer_until }],
    path: `/actions/${actionId}`,
    answerUntil: row.answer_until,
    ownerSide: row.owner_side,
    channelId: row.channel_id,
  };
}

/** The report while the rules, as they are agreed now, tell of it so many days from the last day to answer. */
export async function findReport(
  reader: Reader,
  side: Side,
  actionId: string,
  offsetDays: number,
): Promise<Cause | undefined> {
  const found = await findSilence(reader, actionId);
  if (!found) return undefined;
  const book = found.channelId === null ? RuleBook.standard : await findRuleBook(reader, found.channelId);
  if (!tellsOn(book.get(actionSilenceRule.code), offsetDays, { up: false })) return undefined;
  return { ...found, session: found.session && sessionTitle(found.session, side) };
}
