import type { LocalizedText, Side } from '#core/kernel';
import type { Reader } from '#platform/database';
import { readSessionHead } from '#forum/documents';
import { describeRadioIssue } from '#forum/radio';
import { contentHash } from '#forum/two-key';
import { riseContent } from '../domain/proposals.js';
import type { EscalationRow } from '../domain/escalation.types.js';
import type { ChannelNames, SummaryToPrint } from '../domain/summary-facts.js';
import { findMatter } from './matters.js';

/** Everything the one-page summary prints, as its reader may see it. */
export async function summaryToPrint(reader: Reader, side: Side | null, rise: EscalationRow): Promise<SummaryToPrint> {
  const { matter } = rise;
  const [seen, issue, session, from, to, [clock]] = await Promise.all([
    findMatter(reader, side, matter),
    matter.kind === 'radio_issue' ? describeRadioIssue(reader, side, matter.id) : undefined,
    rise.sessionId === null ? undefined : readSessionHead(reader, rise.sessionId),
    namesOf(reader, rise.from?.id),
    namesOf(reader, rise.to?.id),
    reader.query<{ today: string }>(`select forum.today(forum.zone_of($1)) as today`, [rise.side]),
  ]);
  return {
    rise,
    matter: seen?.title ?? null,
    bands: issue?.bands ?? [],
    from,
    to,
    session: session ?? null,
    hash: contentHash(riseContent(rise)),
    today: clock?.today ?? '',
  };
}

async function namesOf(reader: Reader, channelId: string | undefined): Promise<ChannelNames | null> {
  if (channelId === undefined) return null;
  const [row] = await reader.query<Record<'neutral' | Side, LocalizedText | null>>(
    `select forum.channel_name_for($1, null) as neutral, forum.channel_name_for($1, 'kr') as kr, forum.channel_name_for($1, 'jp') as jp`,
    [channelId],
  );
  return row?.neutral && row.kr && row.jp ? { neutral: row.neutral, kr: row.kr, jp: row.jp } : null;
}
