import { Injectable } from '@nestjs/common';
import { commonErrors, type Actor, type Language } from '#core/kernel';
import { Database } from '#platform/database';
import { channelContext, channelLifecycle } from '../domain/channel.lifecycle.js';
import type { Level } from '../domain/channel.types.js';
import { lockChannel, saveChannel } from '../persistence/channels.repository.js';
import {
  insertChannel,
  rewriteNames,
  setParties,
  shareDraft,
  type GivenName,
} from '../persistence/draft.repository.js';
import { actorSide } from '../persistence/referred.js';
import { columnsOf, detailsOf, type DetailsInput } from './change-details.js';
import { living } from './propose-change.js';

export interface DraftChannelInput extends DetailsInput {
  /** Language of the cadence in words. */
  readonly lang: Language;
  /** At most one per language, the own side's language among them. */
  readonly names: readonly GivenName[];
  readonly level: Level;
}

/**
 * Writes a new channel down for the own side alone; the other side learns nothing of it until it is shared.
 * @returns its id
 * @throws channels.nameMissing, channels.noSuchTopic, channels.noSuchChannel, channels.noSuchBody, common.forbidden
 */
@Injectable()
export class DraftChannel {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: DraftChannelInput): Promise<string> {
    return this.database.runInTx(actor, async (tx) => {
      const side = actorSide(tx);
      if (!mayDraft(actor)) throw commonErrors.forbidden();
      const details = await detailsOf(tx, null, input.lang, input);
      const { names, level } = input;
      const id = await insertChannel(tx, { names, level, state: 'proposed', audience: side, originSide: side });
      const channel = await lockChannel(tx, id);
      if (details.bodyIds) await setParties(tx, channel, details.bodyIds);
      await saveChannel(tx, channel, columnsOf(details), 'drafted');
      return id;
    });
  }
}

export interface EditDraftInput extends DetailsInput {
  readonly channelId: string;
  readonly version: number;
  readonly lang: Language;
  readonly names?: readonly GivenName[] | undefined;
  readonly level?: Level | undefined;
}

/** Changes a draft that only the own side sees. @throws channels.alreadyShared, common.staleVersion and what `DraftChannel` throws */
@Injectable()
export class EditDraft {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: EditDraftInput): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const channel = await lockChannel(tx, input.channelId, input.version);
      channelLifecycle.step(living(channel.state), 'edit-draft', channelContext(channel, actor));
      const details = await detailsOf(tx, channel.id, input.lang, input);
      if (input.names) await rewriteNames(tx, channel, actorSide(tx), input.names);
      if (details.bodyIds) await setParties(tx, channel, details.bodyIds);
      const level = input.level ? { nominal_level: input.level } : {};
      await saveChannel(tx, channel, { ...columnsOf(details), ...level }, 'draft_edited');
    });
  }
}

/** Shows a draft to the other side as proposed, without asking for its key yet. @throws channels.alreadyShared, common.staleVersion */
@Injectable()
export class ShareChannel {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: { readonly channelId: string; readonly version: number }): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const channel = await lockChannel(tx, input.channelId, input.version);
      channelLifecycle.step(living(channel.state), 'share', channelContext(channel, actor));
      await shareDraft(tx, channel);
    });
  }
}

/** domain.md 2: secretariat, official and head create drafts of their side. */
export const mayDraft = (actor: Actor): boolean =>
  actor.side !== null && (['secretariat', 'official', 'head'] as const).some((role) => actor.roles.includes(role));
