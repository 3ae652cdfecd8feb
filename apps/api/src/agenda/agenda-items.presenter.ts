import type { AgendaCommentRow } from '#forum/agenda';
import type { Reading } from '../http/decorators.js';
import { presentPost } from '../identity/identity.presenter.js';
import type { AgendaCommentView } from './agenda-items.dto.js';

/** A comment keeps the one language it was written in. */
export function presentComment(row: AgendaCommentRow, reading: Reading): AgendaCommentView {
  const { id, side, post, lang, text, audience, at } = row;
  return { id, side, post: post && presentPost(post, reading), lang, text, audience, at };
}
