import { Injectable } from '@nestjs/common';
import { newText, type Actor, type Language, type LocalizedText, type Side } from '#core/kernel';
import { Database, type Tx } from '#platform/database';
import { channelContext, channelLifecycle } from '../domain/channel.lifecycle.js';
import type { ChannelFacts } from '../domain/channel.types.js';
import { channelsErrors } from '../domain/channels.errors.js';
import { addEvent, addName, endNames, lockChannel, saveChannel } from '../persistence/channels.repository.js';
import { actorSide } from '../persistence/referred.js';
import { defineChange, living, whyOf, type Why } from './propose-change.js';

export interface NameInput {
  readonly language: Language;
  readonly text: string;
  /** The first day it holds, `YYYY-MM-DD`; the name before it holds until the day before. */
  readonly from: string;
}

export interface RenameContent extends NameInput {
  readonly why: LocalizedText | null;
}

/** Changes a rendering that both sides use: two keys. @throws channels.nameTaken, channels.nothingChanges */
export const renaming = defineChange<Why & NameInput, RenameContent>({
  kind: 'channel.rename',
  first: 'propose-rename',
  second: 'rename',
  content: (_tx, _channel, input) => {
    const { language, text, from } = input;
    return Promise.resolve({ language, text, from, why: whyOf(input) });
  },
  check: (tx, channel, content) => checkName(tx, channel, null, content),
  make: (tx, channel, { content }) => rename(tx, channel, null, content),
});

/**
 * Changes the official name of the own side: no business of the other side's, but seen by it (domain.md 1.1).
 * @throws channels.notFound, channels.nameTaken, channels.nothingChanges, common.staleVersion, common.forbidden
 */
@Injectable()
export class RenameForOwnSide {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: NameInput & { readonly channelId: string; readonly version: number }): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const channel = await lockChannel(tx, input.channelId, input.version);
      channelLifecycle.step(living(channel.state), 'rename-own', channelContext(channel, actor));
      await checkName(tx, channel, actorSide(tx), input);
      await rename(tx, channel, actorSide(tx), input);
    });
  }
}

async function rename(tx: Tx, channel: ChannelFacts, side: Side | null, name: NameInput): Promise<void> {
  const { language, text, from } = name;
  await endNames(tx, channel.id, side, language, from);
  const kind = side === null ? 'translation' : side === 'kr' ? 'official_kr' : 'official_jp';
  await addName(tx, channel.id, channel.audience, { side, language, text, kind, from });
  await addEvent(tx, channel, { type: 'renamed', day: from, side, text: newText(language, text) });
  await saveChannel(tx, channel, {}, 'renamed');
}

/** Names follow one another: none begins on or before the first day of one that stands already. */
async function checkName(tx: Tx, channel: ChannelFacts, side: Side | null, name: NameInput): Promise<void> {
  const [known] = await tx.query<{ later: boolean; same: boolean }>(
    `select coalesce(bool_or(valid_from >= $4::date), false) as later,
            coalesce(bool_or(text = $5 and coalesce(valid_from, '-infinity') < $4::date and coalesce(valid_to, 'infinity') >= $4::date), false) as same
       from forum.channel_name where channel_id = $1 and side is not distinct from $2 and language = $3`,
    [channel.id, side, name.language, name.from, name.text],
  );
  if (known?.same) throw channelsErrors.nothingChanges();
  if (known?.later) throw channelsErrors.nameTaken();
}
