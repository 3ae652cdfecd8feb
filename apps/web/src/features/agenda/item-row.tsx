import { formatTimeRange, wallClock } from '#core/i18n';
import { IconCoffee } from '@tabler/icons-react';
import { lazy, Suspense, type CSSProperties, type ReactNode, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { Agenda, AgendaItem } from '../../shared/api/types.js';
import { useLanguage } from '../../shared/i18n/language.js';
import { Illustrative, Private, State } from '../../shared/ui/badges.js';
import { Words } from '../../shared/ui/text.js';
import css from './agenda.module.css';
import { FollowUps, ItemFacts, ItemLinks } from './item-facts.js';
import { ItemTexts } from './item-texts.js';
import row from './item-row.module.css';

// Reading needs none of these: they come for those who may write.
const RowActions = lazy(async () => ({ default: (await import('./row-actions.js')).RowActions }));
const ItemPapers = lazy(async () => ({ default: (await import('../../shared/papers/item-papers.js')).ItemPapers }));
const MatterRises = lazy(async () => ({
  default: (await import('../../shared/escalations/matter-rises.js')).MatterRises,
}));
const RowWork = lazy(async () => ({ default: (await import('./row-work.js')).RowWork }));

/** What is open under a row; `null` while it is only read. */
export type RowMode = 'edit' | 'translate' | 'links' | 'comments' | 'defer' | null;

export interface RowProps {
  item: AgendaItem;
  agenda: Agenda;
  zone: string;
  /** Show the other languages beside the reader's own. */
  columns: boolean;
  mode: RowMode;
  onMode: (mode: RowMode) => void;
  /** The handle that moves the row, for those who may. */
  grip?: ReactNode;
  place?: { ref: Ref<HTMLLIElement>; style: CSSProperties; lifted: boolean };
}

/** One row of the agenda: an item, the heading of a section, or a break. */
export function ItemRow({ item, agenda, zone, columns, mode, onMode, grip, place }: RowProps) {
  const { t } = useTranslation();
  const only = item.audience === 'kr' || item.audience === 'jp';
  const ours = only && agenda.audience !== item.audience;
  const work = item.allowedActions.some((entry) => entry.allowed) ? (
    <Suspense fallback={<div className={css.actionsToCome} />}>
      <RowActions item={item} agenda={agenda} mode={mode} onMode={onMode} />
    </Suspense>
  ) : (
    <CommentCount item={item} open={mode === 'comments'} onMode={onMode} />
  );
  return (
    <li
      id={`item-${item.id}`}
      ref={place?.ref}
      style={place?.style}
      className={row.row}
      data-kind={item.kind}
      data-ours={ours || undefined}
      data-off={item.state === 'withdrawn' || item.deferredIn === 'preparation' || undefined}
      data-movable={place !== undefined || undefined}
      data-lifted={place?.lifted || undefined}
    >
      <Clock item={item} zone={zone} grip={grip} />
      <div className={row.body}>
        <ItemTexts item={item} columns={columns && (mode === null || mode === 'comments')} work={work}>
          {item.kind === 'item' ? <ItemFacts item={item} /> : null}
          <p className={css.meta}>
            {item.state === 'discussed' ? <State tone="done">{t('web-agenda:state.discussed')}</State> : null}
            {item.state === 'withdrawn' || item.state === 'deferred' ? (
              <State>{t(`web-agenda:state.${item.state}`)}</State>
            ) : null}
            <Illustrative show={item.illustrative && !agenda.illustrative} />
          </p>
          <ItemLinks links={item.links} />
          <Suspense>
            <ItemPapers sessionId={agenda.sessionId} itemId={item.id} />
          </Suspense>
          <FollowUps matters={item.followUps} />
          {item.state === 'deferred' ? (
            <Suspense>
              <MatterRises kind="agenda_item" id={item.id} open />
            </Suspense>
          ) : null}
          {ours ? <p className={row.ours}>{t('web-agenda:insideItem')}</p> : null}
          {item.privateNote ? (
            <Private label={t('web-agenda:note.label')}>
              <p className={css.prose}>
                <Words value={item.privateNote} />
              </p>
            </Private>
          ) : null}
        </ItemTexts>
        {mode ? (
          <section className={css.panel}>
            <Suspense>
              <RowWork mode={mode} item={item} agenda={agenda} onDone={() => onMode(null)} />
            </Suspense>
          </section>
        ) : null}
      </div>
    </li>
  );
}

/** Where the row stands: its number, and its time on the session's clock. */
function Clock({ item, zone, grip }: { item: AgendaItem; zone: string; grip: ReactNode }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const from = item.startsAt ? wallClock(item.startsAt, zone).time : null;
  const to = item.endsAt ? wallClock(item.endsAt, zone).time : null;
  const minutes = t('common:units.minutes', { n: item.minutes });
  return (
    <div className={row.when}>
      {grip}
      <span className={row.number}>
        {item.kind === 'break' ? <IconCoffee size={18} stroke={1.6} aria-hidden /> : item.number}
      </span>
      <span className={row.times}>
        {item.startsAt && from && to ? (
          <time dateTime={item.startsAt} className={row.time}>
            {formatTimeRange(from, to, lang)}
          </time>
        ) : null}
        {item.kind === 'section' ? null : (
          <span className={row.minutes}>
            {item.runningMinutes > item.minutes
              ? t('web-agenda:interpreted', { minutes, running: item.runningMinutes })
              : minutes}
          </span>
        )}
      </span>
    </div>
  );
}

/** What others have said, for those who may not speak here. */
function CommentCount({ item, open, onMode }: { item: AgendaItem; open: boolean; onMode: RowProps['onMode'] }) {
  const { t } = useTranslation();
  if (item.commentCount === 0) return null;
  return (
    <p className={`${row.comments} fd-no-print`}>
      <button type="button" aria-expanded={open} onClick={() => onMode(open ? null : 'comments')}>
        {t('web-agenda:comments.count', { count: item.commentCount })}
      </button>
    </p>
  );
}
