import { otherSide, type LocalizedText, type Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import { channelNameAs } from '#forum/channels';
import { sessionRefAs, sessionTitle, type SessionRef } from '#forum/sessions';
import type { Cause, Fact } from '../domain/reminder.types.js';
import type { News } from '../domain/news.js';

/** What a piece of news depends on: that it still is so. Of a rise also where it stands, which only planning knows. */
export const newsFingerprint = (rule: News, sessionId = ''): string =>
  rule === 'escalation-placed' ? `session=${sessionId}` : rule;

/** A piece of news as the side that is told may see it; undefined when it no longer is so. Never the words of what was exchanged. */
export function findNews(reader: Reader, side: Side, id: string, rule: News): Promise<Cause | undefined> {
  switch (rule) {
    case 'escalation-placed':
    case 'escalation-accepted':
    case 'escalation-returned':
      return findRise(reader, side, id, rule);
    case 'support-asked':
    case 'support-answered':
    case 'position-exchanged':
      return findMeetingNews(reader, side, id, rule);
    case 'radio-reported':
    case 'radio-position-exchanged':
    case 'radio-measurement-exchanged':
      return findRadioNews(reader, side, id, rule);
    case 'paper-released':
      return findPapers(reader, side, id);
  }
}

interface Rise {
  readonly title: LocalizedText;
  readonly state: string;
  readonly sessionId: string | null;
  readonly session: SessionRef | null;
  readonly channel: LocalizedText | null;
}

/** Where a rise stands: let in, before the channel it rose to; given back, before the one it was given to. */
async function findRise(reader: Reader, side: Side, id: string, rule: News): Promise<Cause | undefined> {
  const [row] = await reader.query<Rise>(
    `select e.title, e.state, e.session_id as "sessionId", ${sessionRefAs('e.session_id', '$2::text')} as session,
            ${channelNameAs(
              `case e.state when 'returned' then (select v.channel_id from forum.escalation_event v
                 where v.escalation_id = e.id and v.kind = 'returned' order by v.id desc limit 1) else e.to_channel_id end`,
              '$2::text',
            )} as channel
       from forum.escalation e where e.id = $1 and e.audience = 'joint'`,
    [id, side],
  );
  if (!row) return undefined;
  const holds =
    rule === 'escalation-placed'
      ? row.sessionId !== null && ['raised', 'accepted', 'returned'].includes(row.state)
      : rule === `escalation-${row.state}`;
  if (!holds) return undefined;
  const facts: Fact[] = [
    ...(row.channel ? [{ label: 'inChannel', text: row.channel } as const] : []),
    ...(row.session ? [{ label: 'onAgendaOf', text: sessionTitle(row.session, side) } as const] : []),
  ];
  return told(newsFingerprint(rule, row.sessionId ?? ''), row.title, `/escalations/${id}`, { facts });
}

/** Of a request for support only the meeting is told: every reading of the request itself is logged (domain.md 3.13). */
async function findMeetingNews(reader: Reader, side: Side, id: string, rule: News): Promise<Cause | undefined> {
  const [row] = await reader.query<Readonly<Record<'title', LocalizedText>> & Readonly<Record<News, boolean>>>(
    `select m.name as title,
            exists (select 1 from forum.multilateral_support s where s.meeting_id = m.id and s.state = 'asked' and s.origin_side <> $2) as "support-asked",
            exists (select 1 from forum.multilateral_support s where s.meeting_id = m.id and s.state in ('supported','declined') and s.origin_side = $2) as "support-answered",
            exists (select 1 from forum.multilateral_item i join forum.multilateral_position p on p.item_id = i.id
                     where i.meeting_id = m.id and i.state = 'exchanged' and p.side <> $2 and p.exchanged_at is not null) as "position-exchanged"
       from forum.multilateral_meeting m where m.id = $1`,
    [id, side],
  );
  return row?.[rule]
    ? told(newsFingerprint(rule), row.title, `/multilateral/${id}`, { side: otherSide(side) })
    : undefined;
}

async function findRadioNews(reader: Reader, side: Side, id: string, rule: News): Promise<Cause | undefined> {
  const [row] = await reader.query<{ title: LocalizedText; number: string | null; waits: boolean }>(
    `select i.title, i.code as number, i.status = 'reported' and i.reported_side <> $2 as waits
       from forum.radio_issue i where i.id = $1 and i.audience = 'joint' and i.status not in ('draft','withdrawn')`,
    [id, side],
  );
  if (!row || (rule === 'radio-reported' && !row.waits)) return undefined;
  const facts: Fact[] = row.number === null ? [] : [{ label: 'number', plain: row.number }];
  return told(newsFingerprint(rule), row.title, `/radio/${id}`, { facts, side: otherSide(side) });
}

async function findPapers(reader: Reader, side: Side, sessionId: string): Promise<Cause | undefined> {
  const [row] = await reader.query<{ ref: SessionRef }>(
    `select ${sessionRefAs('s.id', '$2::text')} as ref from forum.session s
      where s.id = $1 and exists (select 1 from forum.paper p
                                   where p.session_id = s.id and p.origin_side <> $2 and p.audience not in ('kr','jp') and p.state = 'released')`,
    [sessionId, side],
  );
  return (
    row &&
    told(newsFingerprint('paper-released'), sessionTitle(row.ref, side), `/sessions/${sessionId}/papers`, {
      side: otherSide(side),
    })
  );
}

const told = (fingerprint: string, title: LocalizedText, path: string, more: Pick<Cause, 'facts' | 'side'>): Cause => ({
  fingerprint,
  title,
  number: null,
  session: null,
  path,
  ...more,
});
