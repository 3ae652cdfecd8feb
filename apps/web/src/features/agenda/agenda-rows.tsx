import { useEffect, useRef, useState, type ComponentType } from 'react';
import type { Agenda, AgendaItem } from '../../shared/api/types.js';
import css from './agenda.module.css';
import { ItemRow, type RowMode } from './item-row.js';

export interface AgendaRowsProps {
  agenda: Agenda;
  zone: string;
  columns: boolean;
  /** What is open under which row, by its id. */
  modes: Readonly<Record<string, RowMode>>;
  onMode: (item: AgendaItem, mode: RowMode) => void;
}

/** The rows in their order. Handles to move them come later and only for those who may, never while a form is open. */
export function AgendaRows(props: AgendaRowsProps) {
  const { agenda, zone, columns, modes, onMode } = props;
  const [Sortable, setSortable] = useState<ComponentType<AgendaRowsProps> | null>(null);
  const movable = agenda.items.filter((item) =>
    item.allowedActions.some((may) => may.action === 'move' && may.allowed),
  );
  const wanted = movable.length > 1;
  const busy = Object.values(modes).some((mode) => mode !== null);
  const latest = useRef(busy);
  useEffect(() => {
    latest.current = busy;
  }, [busy]);
  useEffect(() => {
    if (!wanted || busy || Sortable) return undefined;
    let gone = false;
    void import('./sortable-rows.js').then((module) => {
      if (!gone && !latest.current) setSortable(() => module.default);
    });
    return () => {
      gone = true;
    };
  }, [wanted, busy, Sortable]);
  if (Sortable) return <Sortable {...props} />;
  return (
    <ol className={css.items} data-state={agenda.state}>
      {agenda.items.map((item) => (
        <ItemRow
          key={item.id}
          item={item}
          agenda={agenda}
          zone={zone}
          columns={columns}
          mode={modes[item.id] ?? null}
          onMode={(mode) => onMode(item, mode)}
        />
      ))}
    </ol>
  );
}
