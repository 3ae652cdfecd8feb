import { Injectable } from '@nestjs/common';
import { newText, type Actor, type Language } from '#core/kernel';
import { Database, type Tx } from '#platform/database';
import { closeOpenProposals } from '#forum/two-key';
import { channelContext, channelLifecycle, type ChannelAction, type LivingState } from '../domain/channel.lifecycle.js';
import type { ChannelFacts, StallSuggestion } from '../domain/channel.types.js';
import {
  addEvent,
  addPrivateReason,
  decideSuggestion,
  lockChannel,
  outdateSuggestions,
  saveChannel,
} from '../persistence/channels.repository.js';
import { actorSide } from '../persistence/referred.js';
import { living } from './propose-change.js';

export interface StepInput {
  readonly channelId: string;
  readonly version: number;
}

/** Takes a channel back before both sides agreed on it. @throws channels.onlyProposerWithdraws, common.wrongState, common.staleVersion */
@Injectable()
export class WithdrawChannel {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: StepInput): Promise<void> {
    return step(this.database, actor, input, 'withdraw', async (tx, channel, state) => {
      const isDraft = channel.audience === actor.side;
      if (!isDraft) await addEvent(tx, channel, { type: 'withdrawn', side: actor.side });
      await closeOpenProposals(tx, 'channel', channel.id);
      await saveChannel(tx, channel, { state }, 'withdrawn');
    });
  }
}

export interface SuspendInput extends StepInput {
  readonly lang: Language;
  readonly reason?: string | undefined;
  /** The reason is the own side's alone unless it says so. */
  readonly shareReason?: boolean | undefined;
}

/** Records that the own side suspends a channel (domain.md 3.2); its reason stays with it by default. @throws common.wrongState, common.staleVersion */
@Injectable()
export class SuspendForOwnSide {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: SuspendInput): Promise<void> {
    return step(this.database, actor, input, 'suspend-own', async (tx, channel, state) => {
      const side = actorSide(tx);
      const reason = input.reason ? newText(input.lang, input.reason) : null;
      const shared = input.shareReason === true;
      const event = await addEvent(tx, channel, { type: 'suspended', side, text: shared ? reason : null });
      if (reason && !shared) await addPrivateReason(tx, event, side, reason);
      await outdateSuggestions(tx, channel.id);
      await saveChannel(tx, channel, { state, suspended_by: side }, 'suspended');
    });
  }
}

/** active → stalled, as the monthly check suggested; either secretariat. @throws channels.noSuggestion, common.staleVersion */
@Injectable()
export class ConfirmStall {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: StepInput): Promise<void> {
    return step(this.database, actor, input, 'confirm-stall', async (tx, channel, state) => {
      await decide(tx, channel.suggestion, 'confirmed');
      await addEvent(tx, channel, { type: 'stalled', side: actor.side });
      await saveChannel(tx, channel, { state }, 'stalled');
    });
  }
}

/** The channel has not stalled; it is not suggested again in this quarter. @throws channels.noSuggestion, common.staleVersion */
@Injectable()
export class DismissStall {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: StepInput): Promise<void> {
    return step(this.database, actor, input, 'dismiss-stall', async (tx, channel) => {
      await decide(tx, channel.suggestion, 'dismissed');
      await saveChannel(tx, channel, {}, 'stall_dismissed');
    });
  }
}

/** Takes the own confirmation of a stall back: no resumption, for nothing was stopped. @throws channels.notYourStall, common.staleVersion */
@Injectable()
export class WithdrawStall {
  constructor(private readonly database: Database) {}

  run(actor: Actor, input: StepInput): Promise<void> {
    return step(this.database, actor, input, 'withdraw-stall', async (tx, channel, state) => {
      await addEvent(tx, channel, { type: 'stall_withdrawn', side: actor.side });
      await saveChannel(tx, channel, { state }, 'stall_withdrawn');
    });
  }
}

/** One step of one side: lock, rule, change. */
function step(
  database: Database,
  actor: Actor,
  { channelId, version }: StepInput,
  action: ChannelAction,
  change: (tx: Tx, channel: ChannelFacts, state: LivingState) => Promise<void>,
): Promise<void> {
  return database.runInTx(actor, async (tx) => {
    const channel = await lockChannel(tx, channelId, version);
    const state = channelLifecycle.step(living(channel.state), action, channelContext(channel, actor));
    await change(tx, channel, state);
  });
}

async function decide(tx: Tx, suggestion: StallSuggestion | null, state: 'confirmed' | 'dismissed'): Promise<void> {
  if (suggestion) await decideSuggestion(tx, suggestion.id, state);
}
