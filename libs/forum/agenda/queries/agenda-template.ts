import type { Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import { defaultTemplate, type AgendaTemplate } from '../domain/standing-items.js';

export interface AgendaTemplateRow {
  readonly channelId: string;
  /** True while both have agreed on nothing else. */
  readonly isDefault: boolean;
  readonly version: number;
  readonly template: AgendaTemplate;
}

/** The standing items of a channel; undefined when there is no such channel to see. */
export async function templateOfChannel(reader: Reader, channelId: string): Promise<AgendaTemplateRow | undefined> {
  const [row] = await reader.query<{ id: string; content: AgendaTemplate | null; version: number | null }>(
    `select c.id, t.content, t.version from forum.channel c left join forum.agenda_template t on t.channel_id = c.id where c.id = $1`,
    [channelId],
  );
  if (!row) return undefined;
  const { content, version } = row;
  return { channelId, isDefault: content === null, version: version ?? 0, template: content ?? defaultTemplate };
}

/** Who spoke first about policies at the last session of the channel before this one; null when none is known. */
export async function previousFirstSpeaker(reader: Reader, sessionId: string): Promise<Side | null> {
  const [row] = await reader.query<{ side: Side }>(
    `select i.lead_side as side
       from forum.session s
       join forum.session e on e.channel_id = s.channel_id and e.start_date < s.start_date
       join forum.agenda a on a.session_id = e.id
       join forum.agenda_item i on i.agenda_id = a.id and i.standing = 'policies_first' and i.lead_side is not null
        and i.state <> 'withdrawn' and i.audience not in ('kr','jp')
      where s.id = $1 and e.state <> 'cancelled' order by e.start_date desc, e.id desc limit 1`,
    [sessionId],
  );
  return row?.side ?? null;
}
