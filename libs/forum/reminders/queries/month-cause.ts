import { LANGUAGES, type LocalizedText, type Side } from '#core/kernel';
import { createTranslator } from '#core/i18n';
import type { Reader } from '#platform/database';
import { channelNameAs } from '#forum/channels';
import { monthCause } from '../domain/month.js';
import type { Cause, Fact } from '../domain/reminder.types.js';

interface Resting {
  readonly items: readonly { readonly number: string; readonly title: LocalizedText }[];
  readonly itemCount: number;
  readonly channels: readonly LocalizedText[];
}

/** As many as a mail names; the pages list all. */
const shown = 20;

/**
 * What rests on a side: its own action items that are blocked, and the channels that are suspended; undefined when nothing
 * does, or the post is no secretariat any more: whoever holds it now learns nothing of it.
 */
export async function findMonth(reader: Reader, side: Side, postId: string): Promise<Cause | undefined> {
  const [row] = await reader.query<Resting>(
    `select coalesce((select jsonb_agg(jsonb_build_object('number', b.number, 'title', b.title) order by b.due, b.number) from (
                select i.number, i.title, i.due from forum.action_item i
                 where i.state = 'blocked' and i.owner_side = $1 and not i.illustrative order by i.due, i.number limit ${String(shown)}) b), '[]') as items,
            (select count(*)::integer from forum.action_item i where i.state = 'blocked' and i.owner_side = $1 and not i.illustrative) as "itemCount",
            coalesce((select jsonb_agg(${channelNameAs('c.id', '$1::text')} order by c.code)
                        from forum.channel c where c.state = 'suspended' and not c.illustrative and c.audience not in ('kr','jp')), '[]') as channels
      where exists (select 1 from forum.secretariat_posts() s where s.post_id = $2)`,
    [side, postId],
  );
  if (!row || (row.itemCount === 0 && row.channels.length === 0)) return undefined;
  const items = row.items.map((item): Fact => ({ label: 'entry', text: numbered(item.number, item.title) }));
  const channels = row.channels.map((text): Fact => ({ label: 'entry', text }));
  return {
    fingerprint: monthCause,
    title: title(),
    number: null,
    session: null,
    facts: [
      ...(items.length > 0 ? [{ label: 'blocked', plain: String(row.itemCount) } as const, ...items] : []),
      ...(channels.length > 0 ? [{ label: 'suspended', plain: String(channels.length) } as const, ...channels] : []),
    ],
    path: '/actions',
  };
}

/** The number people call an item by stands before its title, in whatever language that is read. */
function numbered(number: string, text: LocalizedText): LocalizedText {
  const named = LANGUAGES.flatMap((lang) => {
    const one = text[lang];
    return one ? [[lang, { ...one, text: `${number} ${one.text}` }] as const] : [];
  });
  return { ...text, ...Object.fromEntries(named) };
}

function title(): LocalizedText {
  const words = LANGUAGES.map((lang) => {
    const { t } = createTranslator(lang);
    return [lang, { text: t('mail:monthTitle'), of: 1, status: 'authentic' }] as const;
  });
  return { source: 'en', revision: 1, ...Object.fromEntries(words) };
}
