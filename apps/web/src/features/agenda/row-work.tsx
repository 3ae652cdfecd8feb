import type { Agenda, AgendaItem } from '../../shared/api/types.js';
import { Comments } from './comments.js';
import { DeferForm } from './defer-form.js';
import { ItemForm } from './item-form.js';
import type { RowMode } from './item-row.js';
import { LinksForm } from './links-form.js';
import { TranslateForm } from './translate-form.js';

interface RowWorkProps {
  mode: Exclude<RowMode, null>;
  item: AgendaItem;
  agenda: Agenda;
  onDone: () => void;
}

/** What is open under a row. */
export function RowWork({ mode, item, agenda, onDone }: RowWorkProps) {
  const at = { sessionId: agenda.sessionId, item, onDone };
  switch (mode) {
    case 'edit':
      return <ItemForm {...at} kind={item.kind} />;
    case 'translate':
      return <TranslateForm {...at} />;
    case 'links':
      return <LinksForm {...at} />;
    case 'comments':
      return <Comments item={item} onDone={onDone} />;
    case 'defer':
      return <DeferForm item={item} onDone={onDone} />;
  }
}
