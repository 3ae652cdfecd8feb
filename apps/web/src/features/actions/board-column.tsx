import { useDraggable, useDroppable } from '@dnd-kit/core';
import { Button } from '@mantine/core';
import { IconGripVertical } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ActionListItem } from '../../shared/api/types.js';
import { SideName } from '../../shared/ui/badges.js';
import { Due } from '../../shared/ui/dates.js';
import { Words } from '../../shared/ui/text.js';
import { ItemMarks, Until } from './action-table.js';
import css from './board.module.css';
import { movesOf, type BoardColumn, type Move } from './moves.js';
import type { ColumnRead } from './use-columns.js';
import { isClosed } from './words.js';

interface ColumnProps {
  column: BoardColumn;
  read: ColumnRead;
  /** The card in the hand, wherever it comes from. */
  lifted: ActionListItem | null;
  onMove: (item: ActionListItem, move: Move) => void;
}

/** One state of the board: its cards, and a place to drop those that may come here. */
export function Column({ column, read, lifted, onMove }: ColumnProps) {
  const { t } = useTranslation();
  const { setNodeRef, isOver } = useDroppable({ id: column });
  const items = read.data?.items ?? [];
  const target = lifted !== null && movesOf(lifted).some(({ to }) => to === column);
  return (
    <section
      ref={setNodeRef}
      className={css.column}
      aria-labelledby={`column-${column}`}
      data-target={target || undefined}
      data-over={(isOver && target) || undefined}
    >
      <h2 id={`column-${column}`}>
        {t(`actions:states.${column}`)}{' '}
        <span className={css.count}>
          {t(read.data?.hasMore ? 'web-actions:countMore' : 'web-actions:count', { count: items.length })}
        </span>
      </h2>
      {items.length === 0 && !read.isLoading ? <p className={css.none}>{t('web-actions:board.none')}</p> : null}
      <ol className={css.cards}>
        {items.map((item) => (
          <Card key={item.id} item={item} column={column} onMove={(move) => onMove(item, move)} />
        ))}
      </ol>
    </section>
  );
}

/** A card with a handle for pointer and keyboard where it may move, and the same moves as buttons. */
function Card({ item, column, onMove }: { item: ActionListItem; column: BoardColumn; onMove: (move: Move) => void }) {
  const { t } = useTranslation();
  const moves = movesOf(item);
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, isDragging } = useDraggable({
    id: item.id,
    data: { column },
    disabled: moves.length === 0,
  });
  const style = transform ? { transform: `translate(${String(transform.x)}px, ${String(transform.y)}px)` } : undefined;
  return (
    <li ref={setNodeRef} className={css.card} style={style} data-lifted={isDragging || undefined}>
      {moves.length > 0 ? (
        <button
          ref={setActivatorNodeRef}
          type="button"
          className={`${css.grip} fd-no-print`}
          aria-label={t('web-actions:drag.handle', { title: item.title.text })}
          aria-describedby={attributes['aria-describedby']}
          {...listeners}
        >
          <IconGripVertical size={18} stroke={1.6} aria-hidden />
        </button>
      ) : null}
      <Link to={`/actions/${item.id}`} className={css.title}>
        <Words value={item.title} marks={false} />
      </Link>
      <ItemMarks row={item} />
      <p className={css.owner}>
        {item.owner.side ? <SideName side={item.owner.side} /> : null} <Words value={item.owner.title} marks={false} />
      </p>
      <Due date={item.due} days={item.daysLeft} done={isClosed(item.state)} />
      <Until row={item} />
      {moves.length > 0 ? (
        <details className={`${css.moves} fd-no-print`}>
          <summary>{t('web-actions:board.move')}</summary>
          <div>
            {moves.map((move) => (
              <Button key={move.step} size="compact-sm" variant="default" onClick={() => onMove(move)}>
                {t(`actions:actions.${move.step}`)}
              </Button>
            ))}
          </div>
        </details>
      ) : null}
    </li>
  );
}
