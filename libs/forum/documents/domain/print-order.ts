import { commonErrors, type Actor, type Language, type Viewer } from '#core/kernel';
import { documentsErrors } from './documents.errors.js';
import type { PrintOrder } from './documents.types.js';
import { inColumns } from './languages.js';

/** What was asked for; what was not is the reader's own. */
export interface AskedPrint {
  readonly languages: readonly Language[];
  readonly copy: Viewer | undefined;
  /** With the own side's notes and drafts: a print that is never handed over. */
  readonly ownNotes: boolean;
}

export interface DecidedPrint {
  readonly order: PrintOrder;
  readonly copy: Viewer;
}

/**
 * How a document is made out for a reader. Own notes go into the own side's copy only, and only for people of a side.
 * @throws common.forbidden, documents.notesOnOwnCopyOnly
 */
export function printOrder({ languages, copy, ownNotes }: AskedPrint, actor: Actor): DecidedPrint {
  const asked = inColumns(languages.length > 0 ? languages : [actor.language]);
  const decided = copy ?? actor.side ?? 'neutral';
  if (!ownNotes) return { order: { languages: asked, own: null }, copy: decided };
  if (actor.side === null) throw commonErrors.forbidden();
  if (decided !== actor.side) throw documentsErrors.notesOnOwnCopyOnly();
  return { order: { languages: asked, own: actor.side }, copy: decided };
}
