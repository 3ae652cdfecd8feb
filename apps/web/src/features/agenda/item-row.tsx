import { wallClock } from '#core/i18n';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Agenda, AgendaItem } from '../../shared/api/types.js';
import { Illustrative, Private, SideName, State } from '../../shared/ui/badges.js';
import { Words } from '../../shared/ui/text.js';
import css from './agenda.module.css';
import { ItemTexts } from './item-texts.js';

// Reading needs none of these: they come for those who may write.
const RowActions = lazy(async () => ({ default: (await import('./row-actions.js')).RowActions }));
const ItemForm = lazy(async () => ({ default: (await import('./item-form.js')).ItemForm }));
const TranslateForm = lazy(async () => ({ default: (await import('./translate-form.js')).TranslateForm }));

interface RowProps {
  item: AgendaItem;
  agenda: Agenda;
  zone: string;
  /** Show the other languages beside the reader's own. */
  columns: boolean;
}

export function ItemRow({ item, agenda, zone, columns }: RowProps) {
  const { t } = useTranslation();
  const [mode, setMode] = useState<'read' | 'edit' | 'translate'>('read');
  const onlyOurs = item.audience === 'kr' || item.audience === 'jp';
  const done = (): void => setMode('read');
  return (
    <li className={css.item} data-withdrawn={item.state === 'withdrawn' || undefined} id={`item-${item.id}`}>
      <div className={css.when}>
        <span className={css.number}>{item.number}</span>
        {item.startsAt ? <time dateTime={item.startsAt}>{wallClock(item.startsAt, zone).time}</time> : null}
        <span className={css.minutes}>{t('common:units.minutes', { n: item.minutes })}</span>
      </div>
      <div className={css.body}>
        <ItemTexts item={item} columns={columns && mode === 'read'}>
          <p className={css.meta}>
            {item.lead ? (
              <span>
                <span className={css.label}>{t('web-agenda:lead')}</span> <SideName side={item.lead} suffix={false} />
              </span>
            ) : null}
            {item.objective ? <span>{t(`web-agenda:objective.${item.objective}`)}</span> : null}
            {item.state === 'withdrawn' || item.state === 'deferred' ? (
              <State>{t(`web-agenda:state.${item.state}`)}</State>
            ) : null}
            <Illustrative show={item.illustrative && !agenda.illustrative} />
          </p>
          {onlyOurs && agenda.audience === 'joint' ? <Private>{t('web-agenda:insideItem')}</Private> : null}
          {item.privateNote ? (
            <Private label={t('web-agenda:note.label')}>
              <p className={css.prose}>
                <Words value={item.privateNote} />
              </p>
            </Private>
          ) : null}
          {mode === 'read' && item.allowedActions.some((entry) => entry.allowed) ? (
            <Suspense fallback={<div className={css.actionsToCome} />}>
              <RowActions item={item} agenda={agenda} onMode={setMode} />
            </Suspense>
          ) : null}
        </ItemTexts>
        {mode === 'edit' ? (
          <section className={css.panel}>
            <Suspense>
              <ItemForm sessionId={agenda.sessionId} item={item} onDone={done} />
            </Suspense>
          </section>
        ) : null}
        {mode === 'translate' ? (
          <section className={css.panel}>
            <Suspense>
              <TranslateForm item={item} onDone={done} />
            </Suspense>
          </section>
        ) : null}
      </div>
    </li>
  );
}
