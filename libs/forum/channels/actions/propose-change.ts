import { Injectable } from '@nestjs/common';
import { newText, type Actor, type Language, type LocalizedText } from '#core/kernel';
import { Database, type Tx } from '#platform/database';
import { defineProposal, onAccepted, openProposal, type AcceptedProposal } from '#forum/two-key';
import {
  channelContext,
  channelLifecycle,
  isLiving,
  type ChannelAction,
  type LivingState,
} from '../domain/channel.lifecycle.js';
import type { ChannelFacts, ChannelState } from '../domain/channel.types.js';
import { channelsErrors } from '../domain/channels.errors.js';
import { lockChannel } from '../persistence/channels.repository.js';
import { shareDraft } from '../persistence/draft.repository.js';

/** One kind of shared change of a channel: proposed by the step `first`, made by the step `second` once the other side accepts. */
export interface ChannelChangeKind<Input, Content extends object> {
  /** `channel.<change>` */
  readonly kind: string;
  readonly first: ChannelAction;
  readonly second: ChannelAction | ((content: Content) => ChannelAction);
  /** What both keys stand on; refuses what could not be made. */
  readonly content: (tx: Tx, channel: ChannelFacts, input: Input) => Promise<Content>;
  /** Asked again when the second key turns: what held when it was proposed may hold no more. */
  readonly check?: (tx: Tx, channel: ChannelFacts, content: Content) => Promise<void>;
  /** Told when it is proposed, e.g. a resumption. */
  readonly onProposed?: (tx: Tx, channel: ChannelFacts, content: Content) => Promise<void>;
  /** @param state the state after the second step */
  readonly make: (
    tx: Tx,
    channel: ChannelFacts,
    accepted: AcceptedProposal<Content>,
    state: LivingState,
  ) => Promise<void>;
}

/** Declares a kind and what its second key does; the acceptance has locked the channel. */
export function defineChange<Input, Content extends object>(
  change: ChannelChangeKind<Input, Content>,
): ChannelChangeKind<Input, Content> {
  onAccepted(defineProposal<Content>(change.kind, 'channel'), async (tx, accepted) => {
    const channel = await lockChannel(tx, accepted.subjectId);
    await change.check?.(tx, channel, accepted.content);
    const action = typeof change.second === 'function' ? change.second(accepted.content) : change.second;
    const state = channelLifecycle.step(living(channel.state), action, channelContext(channel, tx.actor, true));
    await change.make(tx, channel, accepted, state);
  });
  return change;
}

/**
 * Turns the first key on a shared change of a channel. Proposing to agree on a draft shares it.
 * @returns the id of the proposal
 * @throws channels.notFound, common.wrongState, common.forbidden, two-key.noPost, two-key.alreadyProposed, or what the kind refuses
 */
@Injectable()
export class ProposeChange {
  constructor(private readonly database: Database) {}

  run<Input, Content extends object>(
    actor: Actor,
    channelId: string,
    change: ChannelChangeKind<Input, Content>,
    input: Input,
  ): Promise<string> {
    return this.database.runInTx(actor, async (tx) => {
      let channel = await lockChannel(tx, channelId);
      channelLifecycle.step(living(channel.state), change.first, channelContext(channel, actor));
      const content = await change.content(tx, channel, input);
      await change.check?.(tx, channel, content);
      if (channel.audience === 'kr' || channel.audience === 'jp') channel = await shareDraft(tx, channel);
      await change.onProposed?.(tx, channel, content);
      return openProposal(tx, defineProposal<Content>(change.kind, 'channel'), channelId, content);
    });
  }
}

/** Words that go with a change, in the language they were written in. */
export interface Why {
  readonly lang: Language;
  readonly why?: string | undefined;
}

export const whyOf = ({ lang, why }: Why): LocalizedText | null => (why ? newText(lang, why) : null);

/** @throws channels.notFound for a channel whose state history left unknown: nothing of it is to be changed here */
export function living(state: ChannelState): LivingState {
  if (!isLiving(state)) throw channelsErrors.stateUnknown();
  return state;
}
