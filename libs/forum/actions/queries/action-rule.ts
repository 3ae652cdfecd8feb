import type { Reader } from '#platform/database';

/** How a channel's reports are confirmed: by silence of so many common working days, or only by the other side. */
export interface ActionRule {
  readonly silenceDays: number | null;
}

/** The longest silence that may be agreed, in common working days. */
export const SILENCE_MAX = 60;

/** The rule of a channel; null days when none was agreed. */
export async function actionRuleOf(reader: Reader, channelId: string): Promise<ActionRule> {
  const [rule] = await reader.query<ActionRule>(
    'select silence_days as "silenceDays" from forum.channel_action_rule where channel_id = $1',
    [channelId],
  );
  return rule ?? { silenceDays: null };
}

/** Whether the reader may know of a channel that both sides share. */
export async function isSharedChannel(reader: Reader, channelId: string): Promise<boolean> {
  const found = await reader.query(`select 1 from forum.channel where id = $1 and audience not in ('kr','jp')`, [
    channelId,
  ]);
  return found.length > 0;
}
