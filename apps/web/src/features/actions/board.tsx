import {
  closestCenter,
  DndContext,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
  type Announcements,
  type DragEndEvent,
  type KeyboardCoordinateGetter,
  type UniqueIdentifier,
} from '@dnd-kit/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActionListItem } from '../../shared/api/types.js';
import { useProblemText } from '../../shared/i18n/words.js';
import { Dialog } from '../../shared/ui/dialog.js';
import { toast } from '../../shared/ui/toast.js';
import { act, useAct } from './api.js';
import { Column } from './board-column.js';
import css from './board.module.css';
import { COLUMNS, movesOf, neighbour, type BoardColumn, type Move } from './moves.js';
import { StepForm } from './step-form.js';
import { useColumns } from './use-columns.js';

/** Arrow keys carry a lifted card from column to column. */
const byColumn: KeyboardCoordinateGetter = (event, { context: { droppableRects, over, active } }) => {
  const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 } as const;
  const step = event.code in by ? by[event.code as keyof typeof by] : undefined;
  const at = columnOf(over?.id) ?? columnOf(active?.data.current?.['column'] as unknown);
  const rect = step && at ? droppableRects.get(neighbour(at, step)) : undefined;
  if (!rect) return undefined;
  event.preventDefault();
  const size = active?.rect.current.initial;
  return {
    x: rect.left + (rect.width - (size?.width ?? 0)) / 2,
    y: rect.top + (rect.height - (size?.height ?? 0)) / 2,
  };
};

const columnOf = (id: unknown): BoardColumn | undefined => COLUMNS.find((column) => column === id);

/** Items by state. A card moves by pointer, by keyboard, or by the buttons it carries; each move is an act with all its checks. */
export default function Board({ query }: { query: Record<string, string> }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const columns = useColumns(query);
  const [asked, setAsked] = useState<{ item: ActionListItem; move: Move } | null>(null);
  const [lifted, setLifted] = useState<ActionListItem | null>(null);
  const write = useAct('');
  const justLifted = useRef(false);
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: byColumn }),
  );
  const find = (id: UniqueIdentifier): ActionListItem | undefined =>
    COLUMNS.flatMap((column) => columns[column].data?.items ?? []).find((item) => item.id === id);
  const go = (item: ActionListItem, move: Move): void => {
    const { step } = move;
    if (step !== 'start' && step !== 'unblock' && step !== 'confirm') return setAsked({ item, move });
    write.mutateAsync(act(item, step)).then(
      () => toast(t(`web-actions:done.${step}`)),
      () => undefined,
    );
  };
  const moveTo = (id: UniqueIdentifier, over: UniqueIdentifier | undefined): [ActionListItem, Move] | undefined => {
    const item = find(id);
    const move = item && movesOf(item).find(({ to }) => to === over);
    return move && [item, move];
  };
  const drop = ({ active, over }: DragEndEvent): void => {
    setLifted(null);
    const made = moveTo(active.id, over?.id);
    if (made) go(...made);
  };
  const said = (id: UniqueIdentifier, over?: UniqueIdentifier) => {
    const column = columnOf(over);
    return {
      title: find(id)?.title.text ?? '',
      state: column ? t(`actions:states.${column}`) : '',
      may: moveTo(id, over) ? 'yes' : 'no',
    };
  };
  const announcements: Announcements = {
    onDragStart: ({ active }) => {
      justLifted.current = true;
      return t('web-actions:drag.lifted', said(active.id));
    },
    onDragOver: ({ active, over }) => {
      // A card is over its own column as soon as it is lifted; saying so would cut off that it was.
      const first = justLifted.current;
      justLifted.current = false;
      return first ? undefined : t('web-actions:drag.over', said(active.id, over?.id));
    },
    onDragEnd: ({ active, over }) => t('web-actions:drag.dropped', said(active.id, over?.id)),
    onDragCancel: ({ active }) => t('web-actions:drag.cancelled', said(active.id)),
  };
  const step = asked?.move.step;
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragStart={({ active }) => setLifted(find(active.id) ?? null)}
      onDragEnd={drop}
      onDragCancel={() => setLifted(null)}
      accessibility={{ announcements, screenReaderInstructions: { draggable: t('web-actions:drag.how') } }}
    >
      {write.error ? (
        <p role="alert" className={css.refused}>
          {textOf(write.error)}
        </p>
      ) : null}
      <div className={css.board}>
        {COLUMNS.map((column) => (
          <Column key={column} column={column} read={columns[column]} lifted={lifted} onMove={go} />
        ))}
      </div>
      <Dialog open={asked !== null} onClose={() => setAsked(null)} title={step ? t(`actions:actions.${step}`) : ''}>
        {asked && (step === 'block' || step === 'report-done' || step === 'return') ? (
          <>
            <p className={css.about}>{asked.item.title.text}</p>
            <StepForm item={asked.item} step={step} onDone={() => setAsked(null)} />
          </>
        ) : null}
      </Dialog>
    </DndContext>
  );
}
