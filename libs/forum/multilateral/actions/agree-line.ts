import { Injectable } from '@nestjs/common';
import { givenText, SIDES, type Actor, type Language } from '#core/kernel';
import { Database, type Tx } from '#platform/database';
import { openProposal, twoKeyErrors, type AcceptedProposal } from '#forum/two-key';
import { commonLineProposal, type LineContent } from '../domain/multilateral-content.js';
import { itemContext } from '../domain/multilateral-context.js';
import { multilateralErrors } from '../domain/multilateral.errors.js';
import { itemLifecycle } from '../domain/multilateral.lifecycle.js';
import { standingPosition, type AgreedLine, type ItemRow } from '../domain/multilateral.types.js';
import { commonLineSet } from '../multilateral.events.js';
import { setLine } from '../persistence/items.repository.js';
import { lockItem } from '../persistence/meetings.repository.js';
import { aboutItem, type ItemVersion } from './keep-item.js';

export interface ProposeLineInput extends ItemVersion {
  readonly line: AgreedLine;
  readonly lang: Language;
  /** What both sides will say, in all three languages. */
  readonly text: Readonly<Record<Language, string>>;
  readonly reason?: string | undefined;
}

/**
 * Proposes how both sides stand on an item; the other side's key on the same words and positions makes it so (domain.md 3.13).
 * @returns the id of the proposal
 * @throws multilateral.itemNotFound, multilateral.positionsMissing, multilateral.nothingChanges, two-key.alreadyProposed, common.staleVersion
 */
@Injectable()
export class ProposeLine {
  constructor(private readonly database: Database) {}

  run(actor: Actor, { itemId, version, line, lang, text, reason }: ProposeLineInput): Promise<string> {
    return this.database.runInTx(actor, async (tx) => {
      const { meeting, item } = await lockItem(tx, itemId, version);
      itemLifecycle.step(item.state, 'propose-line', itemContext(item, meeting, actor));
      const words = givenText(text, lang, 'text');
      if (item.commonLine === line && JSON.stringify(item.lineText) === JSON.stringify(words))
        throw multilateralErrors.nothingChanges();
      const content = { title: item.title, line, text: words, positions: standingIds(item) };
      return openProposal(tx, commonLineProposal, itemId, content, { reason: reason ?? null });
    });
  }
}

/** The second key on a line. @throws two-key.contentChanged when a newer position was exchanged meanwhile */
export async function agreeLine(tx: Tx, { subjectId, content }: AcceptedProposal<LineContent>): Promise<void> {
  const { meeting, item } = await lockItem(tx, subjectId);
  itemLifecycle.step(item.state, 'propose-line', itemContext(item, meeting, tx.actor));
  if (content.positions.join() !== standingIds(item).join()) throw twoKeyErrors.contentChanged();
  await setLine(tx, item.id, content.line, content.text);
  await tx.publish(commonLineSet, { meetingId: meeting.id, itemId: item.id, line: content.line }, aboutItem(item));
}

const standingIds = (item: ItemRow): string[] => SIDES.flatMap((side) => standingPosition(item, side)?.id ?? []);
