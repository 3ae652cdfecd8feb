import { Injectable } from '@nestjs/common';
import {
  changedText,
  commonErrors,
  givenText,
  SIDES,
  type Actor,
  type Language,
  type Side,
  type GivenTexts,
} from '#core/kernel';
import { Database, type Tx } from '#platform/database';
import { closeOpenProposals } from '#forum/two-key';
import { itemContext } from '../domain/multilateral-context.js';
import { multilateralErrors } from '../domain/multilateral.errors.js';
import { itemLifecycle } from '../domain/multilateral.lifecycle.js';
import {
  draftPosition,
  standingPosition,
  type ItemRow,
  type MeetingDetailRow,
  type PositionRow,
} from '../domain/multilateral.types.js';
import { commonLineSet, positionDrafted, positionExchanged } from '../multilateral.events.js';
import { insertPosition, savePosition, setLine, showPosition } from '../persistence/items.repository.js';
import { lockItem } from '../persistence/meetings.repository.js';
import { aboutItem } from './keep-item.js';

export interface DraftPositionInput {
  readonly itemId: string;
  readonly lang: Language;
  readonly texts: GivenTexts;
}

/** Drafts the own side's position. @returns its id. @throws multilateral.itemNotFound, multilateral.positionDrafted, common.required */
@Injectable()
export class DraftPosition {
  constructor(private readonly database: Database) {}

  run(actor: Actor, { itemId, lang, texts }: DraftPositionInput): Promise<string> {
    return this.database.runInTx(actor, async (tx) => {
      const { meeting, item } = await lockItem(tx, itemId);
      itemLifecycle.step(item.state, 'draft-position', itemContext(item, meeting, actor));
      const { side } = actor;
      if (side === null) throw commonErrors.forbidden();
      const positionId = await insertPosition(tx, itemId, side, givenText(texts, lang, 'texts'));
      await tellDraft(tx, item, side, positionId);
      return positionId;
    });
  }
}

export interface PositionVersion {
  readonly positionId: string;
  readonly version: number;
}

/** Changes the own draft; what was exchanged stays as it is. @throws multilateral.positionNotFound, common.staleVersion */
@Injectable()
export class EditPosition {
  constructor(private readonly database: Database) {}

  run(actor: Actor, { texts, ...of }: PositionVersion & { readonly texts: GivenTexts }): Promise<string> {
    return this.database.runInTx(actor, async (tx) => {
      const { meeting, item, position } = await lockDraft(tx, of);
      itemLifecycle.step(item.state, 'edit-position', itemContext(item, meeting, actor));
      await savePosition(tx, position.id, changedText(position.text, texts));
      await tellDraft(tx, item, position.side, position.id);
      return meeting.id;
    });
  }
}

/**
 * Lays the own position open. The second side's exchange makes the line `exchanged`; a newer position ends whatever line both had agreed
 * on, because it rested on the older one.
 * @throws multilateral.positionNotFound, common.staleVersion, common.wrongState while the item is a draft
 */
@Injectable()
export class ExchangePosition {
  constructor(private readonly database: Database) {}

  run(actor: Actor, of: PositionVersion): Promise<string> {
    return this.database.runInTx(actor, async (tx) => {
      const { meeting, item, position } = await lockDraft(tx, of);
      itemLifecycle.step(item.state, 'exchange-position', itemContext(item, meeting, actor));
      await showPosition(tx, position);
      await closeOpenProposals(tx, 'multilateral_meeting', item.id);
      const both = SIDES.every((side) => side === position.side || standingPosition(item, side) !== undefined);
      const line = both ? 'exchanged' : 'none';
      if (line !== item.commonLine || item.lineText !== null) {
        await setLine(tx, item.id, line, null);
        await tx.publish(commonLineSet, { meetingId: meeting.id, itemId: item.id, line }, aboutItem(item));
      }
      const payload = { meetingId: meeting.id, itemId: item.id, positionId: position.id };
      await tx.publish(positionExchanged, payload, aboutItem(item));
      return meeting.id;
    });
  }
}

/** The own side's draft under its meeting's lock; one that was exchanged or is the other side's is not there. */
async function lockDraft(
  tx: Tx,
  { positionId, version }: PositionVersion,
): Promise<{ meeting: MeetingDetailRow; item: ItemRow; position: PositionRow }> {
  const [seen] = await tx.query<{ itemId: string }>(
    'select item_id as "itemId" from forum.multilateral_position where id = $1',
    [positionId],
  );
  if (!seen) throw multilateralErrors.positionNotFound();
  const { meeting, item } = await lockItem(tx, seen.itemId);
  const position = draftPosition(item, tx.actor.side);
  if (position?.id !== positionId) throw multilateralErrors.positionNotFound();
  if (position.version !== version) throw commonErrors.staleVersion();
  return { meeting, item, position };
}

const tellDraft = (tx: Tx, item: ItemRow, side: Side, positionId: string): Promise<void> =>
  tx.publish(
    positionDrafted,
    { meetingId: item.meetingId, itemId: item.id, positionId },
    { audience: side, subjectType: 'multilateral_item', subjectId: item.id },
  );
