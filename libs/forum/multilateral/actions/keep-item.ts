import { Injectable } from '@nestjs/common';
import { changedText, commonErrors, givenText, type Actor, type Language, type GivenTexts } from '#core/kernel';
import { Database } from '#platform/database';
import { closeOpenProposals } from '#forum/two-key';
import { itemContext, meetingContext, meetingState } from '../domain/multilateral-context.js';
import { itemLifecycle, meetingLifecycle } from '../domain/multilateral.lifecycle.js';
import { isShared, type ItemRow } from '../domain/multilateral.types.js';
import { itemAdded, itemEdited, itemExchanged, itemWithdrawn } from '../multilateral.events.js';
import { insertItem, moveItem, saveItem } from '../persistence/items.repository.js';
import { lockItem, lockMeeting } from '../persistence/meetings.repository.js';

export interface ItemVersion {
  readonly itemId: string;
  readonly version: number;
}

/** Who may come to know that something happened to an item: its own side, then both. */
export const aboutItem = (item: Pick<ItemRow, 'id' | 'audience'>) =>
  ({ audience: item.audience, subjectType: 'multilateral_item', subjectId: item.id }) as const;

export interface AddMeetingItemInput {
  readonly meetingId: string;
  /** As the organisation numbers it. */
  readonly number?: string | undefined;
  /** Language of the title's source. */
  readonly lang: Language;
  readonly title: GivenTexts;
}

/** Adds an agenda item as the own side's. @returns its id. @throws multilateral.notFound, common.required, common.forbidden */
@Injectable()
export class AddMeetingItem {
  constructor(private readonly database: Database) {}

  run(actor: Actor, { meetingId, number, lang, title }: AddMeetingItemInput): Promise<string> {
    return this.database.runInTx(actor, async (tx) => {
      const meeting = await lockMeeting(tx, meetingId);
      meetingLifecycle.step(meetingState(meeting), 'add-item', meetingContext(meeting, actor));
      const { side } = actor;
      if (side === null) throw commonErrors.forbidden();
      const words = givenText(title, lang, 'title');
      const itemId = await insertItem(tx, side, { meetingId, number: number ?? null, title: words });
      await tx.publish(itemAdded, { meetingId, itemId }, aboutItem({ id: itemId, audience: side }));
      return itemId;
    });
  }
}

export interface EditMeetingItemInput extends ItemVersion {
  /** An empty one takes the number away. */
  readonly number?: string | undefined;
  readonly title?: GivenTexts | undefined;
}

/** Changes a draft. @throws multilateral.itemNotFound, common.staleVersion, common.forbidden, common.wrongState once it is exchanged */
@Injectable()
export class EditMeetingItem {
  constructor(private readonly database: Database) {}

  run(actor: Actor, { itemId, version, number, title }: EditMeetingItemInput): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const { meeting, item } = await lockItem(tx, itemId, version);
      itemLifecycle.step(item.state, 'edit', itemContext(item, meeting, actor));
      await saveItem(tx, {
        id: item.id,
        number: number === undefined ? item.number : number === '' ? null : number,
        title: title ? changedText(item.title, title) : item.title,
      });
      await tx.publish(itemEdited, { meetingId: meeting.id, itemId }, aboutItem(item));
    });
  }
}

/** Shows an item to the other side; positions stay private. @throws multilateral.itemNotFound, multilateral.meetingNotShared */
@Injectable()
export class ExchangeMeetingItem {
  constructor(private readonly database: Database) {}

  run(actor: Actor, { itemId, version }: ItemVersion): Promise<void> {
    return this.database.runInTx(actor, async (tx) => {
      const { meeting, item } = await lockItem(tx, itemId, version);
      const state = itemLifecycle.step(item.state, 'exchange', itemContext(item, meeting, actor));
      await moveItem(tx, item, state);
      await tx.publish(itemExchanged, { meetingId: meeting.id, itemId }, aboutItem({ id: itemId, audience: 'joint' }));
    });
  }
}

/**
 * Takes an own item back, with what is open about it; once both laid their positions open it is no longer one side's to take.
 * @returns the id of its meeting
 * @throws multilateral.itemNotFound, multilateral.bothSpoke, common.staleVersion, common.forbidden
 */
@Injectable()
export class WithdrawMeetingItem {
  constructor(private readonly database: Database) {}

  run(actor: Actor, { itemId, version }: ItemVersion): Promise<string> {
    return this.database.runInTx(actor, async (tx) => {
      const { meeting, item } = await lockItem(tx, itemId, version);
      const state = itemLifecycle.step(item.state, 'withdraw', itemContext(item, meeting, actor));
      await moveItem(tx, item, state);
      if (isShared(item)) await closeOpenProposals(tx, 'multilateral_meeting', itemId);
      await tx.publish(itemWithdrawn, { meetingId: meeting.id, itemId }, aboutItem(item));
      return meeting.id;
    });
  }
}
