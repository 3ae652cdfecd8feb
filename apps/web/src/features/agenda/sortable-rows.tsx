import {
  closestCenter,
  DndContext,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
  type Announcements,
  type DragEndEvent,
  type UniqueIdentifier,
} from '@dnd-kit/core';
import {
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { IconGripVertical } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import { hasStatus } from '../../shared/api/problem.js';
import type { AgendaItem } from '../../shared/api/types.js';
import { useProblemText } from '../../shared/i18n/words.js';
import { allowedIn } from '../../shared/ui/action-button.js';
import css from './agenda.module.css';
import type { AgendaRowsProps } from './agenda-rows.js';
import { moveItem, useAgendaWrite } from './api.js';
import { ItemRow, type RowProps } from './item-row.js';
import row from './item-row.module.css';
import { peersOf } from './peers.js';

const mayMove = (item: AgendaItem): boolean => allowedIn(item.allowedActions, 'move')?.allowed === true;

/** The rows for those who may order them: each has a handle for the pointer, the finger and the keyboard, and every step is said aloud. */
export default function SortableRows({ agenda, zone, columns, modes, onMode }: AgendaRowsProps) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const client = useQueryClient();
  const write = useAgendaWrite();
  // The order just made, until the answer is there: what was dropped stays where it was dropped.
  const [order, setOrder] = useState<readonly string[] | null>(null);
  const lifting = useRef(false);
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const items = order ? [...agenda.items].sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id)) : agenda.items;
  const find = (id: UniqueIdentifier | undefined): AgendaItem | undefined => items.find((item) => item.id === id);
  const placeOf = (id: UniqueIdentifier): { n: number; count: number } => {
    const item = find(id);
    const peers = item ? peersOf(items, item) : [];
    return { n: peers.findIndex((peer) => peer.id === id) + 1, count: peers.length };
  };

  const drop = async ({ active, over }: DragEndEvent): Promise<void> => {
    const item = find(active.id);
    if (!item || !over || over.id === active.id || find(over.id)?.audience !== item.audience) return;
    const rest = items.filter((other) => other.id !== item.id).map(({ id }) => id);
    const from = items.findIndex(({ id }) => id === item.id);
    const to = items.findIndex(({ id }) => id === over.id);
    rest.splice(to, 0, item.id);
    const place = placeOf(over.id).n;
    if (from === to || place === 0) return;
    setOrder(rest);
    try {
      await write.mutateAsync(moveItem(item.id, item.etag, place));
    } catch (error) {
      if (hasStatus(error, 412)) await client.invalidateQueries({ queryKey: [`/sessions/${agenda.sessionId}/agenda`] });
    } finally {
      setOrder(null);
    }
  };

  const said = (id: UniqueIdentifier): { title: string; n: number; count: number } => ({
    title: find(id)?.title.text ?? '',
    ...placeOf(id),
  });
  const announcements: Announcements = {
    onDragStart: ({ active }) => {
      lifting.current = true;
      return t('web-agenda:drag.lifted', said(active.id));
    },
    onDragOver: ({ active, over }) => {
      // A row is over itself as soon as it is lifted; saying so would cut off that it was.
      const first = lifting.current;
      lifting.current = false;
      if (first && (!over || over.id === active.id)) return undefined;
      return t('web-agenda:drag.over', { ...said(active.id), n: over ? placeOf(over.id).n : placeOf(active.id).n });
    },
    onDragEnd: ({ active, over }) =>
      t('web-agenda:drag.dropped', { ...said(active.id), n: over ? placeOf(over.id).n : placeOf(active.id).n }),
    onDragCancel: ({ active }) => t('web-agenda:drag.cancelled', said(active.id)),
  };
  const groups = [...new Set(items.map(({ audience }) => audience))];
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={(args) => {
        const peers = new Set<UniqueIdentifier>(
          items.filter(({ audience }) => audience === find(args.active.id)?.audience).map(({ id }) => id),
        );
        return closestCenter({
          ...args,
          droppableContainers: args.droppableContainers.filter(({ id }) => peers.has(id)),
        });
      }}
      onDragEnd={(event) => void drop(event)}
      accessibility={{ announcements, screenReaderInstructions: { draggable: t('web-agenda:drag.how') } }}
    >
      <ol className={css.items} data-state={agenda.state}>
        {groups.map((audience) => {
          const rows = items.filter((item) => item.audience === audience);
          return (
            <SortableContext key={audience} items={rows.map(({ id }) => id)} strategy={verticalListSortingStrategy}>
              {rows.map((item) => (
                <SortableRow
                  key={item.id}
                  item={item}
                  agenda={agenda}
                  zone={zone}
                  columns={columns}
                  mode={modes[item.id] ?? null}
                  onMode={(mode) => onMode(item, mode)}
                />
              ))}
            </SortableContext>
          );
        })}
      </ol>
      {write.error ? (
        <p role="alert" className={css.refused}>
          {textOf(write.error)}
        </p>
      ) : null}
    </DndContext>
  );
}

function SortableRow(props: RowProps) {
  const { t } = useTranslation();
  const { item, mode } = props;
  const disabled = !mayMove(item) || mode !== null;
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({
    id: item.id,
    disabled: { draggable: disabled, droppable: false },
  });
  const grip = disabled ? null : (
    <button
      ref={setActivatorNodeRef}
      type="button"
      className={`${row.grip} fd-no-print`}
      aria-label={t('web-agenda:drag.handle', { title: item.title.text })}
      aria-describedby={attributes['aria-describedby']}
      {...listeners}
    >
      <IconGripVertical size={20} stroke={1.6} aria-hidden />
    </button>
  );
  const moved = transform ? { ...transform, scaleX: 1, scaleY: 1 } : null;
  const style = { transform: CSS.Transform.toString(moved), transition };
  return <ItemRow {...props} grip={grip} place={{ ref: setNodeRef, style, lifted: isDragging }} />;
}
