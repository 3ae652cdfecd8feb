import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wallClock } from '#core/i18n';
import type { Language } from '#core/kernel';
import { useProblemText } from '../../shared/i18n/words.js';
import { ActionButton, allowedIn } from '../../shared/ui/action-button.js';
import { SideName } from '../../shared/ui/badges.js';
import { Words } from '../../shared/ui/text.js';
import { conduct, useLiveWrite, type Live, type LiveRow } from './api.js';
import { BigClock } from './clock.js';
import css from './live.module.css';

const breaks = [5, 10, 15, 20, 30, 60];

/** What is on, how long it may still take, and the buttons that move the session on. */
export function NowPanel({ live, receivedAt }: { live: Live; receivedAt: number }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const write = useLiveWrite(live.sessionId);
  const [minutes, setMinutes] = useState('15');
  const row = live.rows.find(({ id }) => id === live.on?.itemId);
  const next = nextRow(live);
  const act = (name: string, body: object = {}) => {
    void write.mutateAsync(conduct(live, name, body)).catch(() => undefined);
  };
  const may = (name: string) => allowedIn(live.allowedActions, name);
  const goTo = may('go-to');
  return (
    <section className={css.now} aria-label={t('web-live:now.label')}>
      <NowHead live={live} row={row} />
      {live.on ? <BigClock timed={live.on} receivedAt={receivedAt} /> : null}
      <Forecast live={live} />
      {write.error ? (
        <p role="alert" className={css.refused}>
          {textOf(write.error)}
        </p>
      ) : null}
      {goTo?.reason === 'common.forbidden' || !goTo ? null : (
        <div className={css.controls}>
          {next ? (
            <ActionButton
              may={goTo}
              size="lg"
              loading={write.isPending}
              className={css.next ?? ''}
              onClick={() => act('go-to', { itemId: next.id })}
            >
              {live.on === null && live.rows.every(({ place }) => place === 'coming')
                ? t('web-live:now.begin')
                : t('web-live:now.next')}
            </ActionButton>
          ) : null}
          {may('take-break') ? (
            <span className={css.breakOff}>
              <NativeSelect
                size="lg"
                aria-label={t('web-live:now.breakLength')}
                value={minutes}
                onChange={(event) => setMinutes(event.currentTarget.value)}
                data={breaks.map((value) => ({
                  value: String(value),
                  label: t('web-live:now.minutes', { count: value }),
                }))}
              />
              <Button
                size="lg"
                variant="default"
                disabled={write.isPending}
                onClick={() => act('break', { minutes: Number(minutes) })}
              >
                {t('web-live:now.break')}
              </Button>
            </span>
          ) : null}
          <ActionButton may={may('stop')} size="lg" variant="default" onClick={() => act('stop')}>
            {t(live.state === 'break' ? 'web-live:now.endBreak' : 'web-live:now.stop')}
          </ActionButton>
        </div>
      )}
      {next ? (
        <p className={css.upNext}>
          <span className={css.muted}>{t('web-live:now.upNext')}</span> <RowName row={next} />
        </p>
      ) : null}
    </section>
  );
}

/** The first row to come after what is on or was on last; what was passed over waits in the running order. */
export function nextRow(live: Pick<Live, 'rows'>): LiveRow | undefined {
  const able = live.rows.filter(({ kind }) => kind !== 'section');
  const reached = able.reduce((last, { place }, index) => (place === 'coming' ? last : index), -1);
  return (
    able.slice(reached + 1).find(({ place }) => place === 'coming') ?? able.find(({ place }) => place === 'coming')
  );
}

function NowHead({ live, row }: { live: Live; row: LiveRow | undefined }) {
  const { t } = useTranslation();
  if (row)
    return (
      <div className={css.nowHead}>
        <h2 className={css.nowTitle}>
          <RowName row={row} />
        </h2>
        <p className={css.muted}>
          {row.objective ? t(`web-agenda:objective.${row.objective}`) : null}
          {row.lead ? (
            <>
              {' · '}
              {t('web-live:now.lead')} <SideName side={row.lead} />
            </>
          ) : null}
        </p>
      </div>
    );
  return <h2 className={css.nowTitle}>{t(live.on ? 'web-live:now.onBreak' : `web-live:state.${live.state}`)}</h2>;
}

export function RowName({ row }: { row: LiveRow }) {
  return (
    <span>
      {row.number === null ? null : <span className={css.number}>{`${String(row.number)}. `}</span>}
      <Words value={row.title} />
    </span>
  );
}

/** When the session will be over as things stand, and by how much that is too late. */
export function Forecast({
  live,
  lang,
}: {
  live: Pick<Live, 'expectedEnd' | 'overrunMinutes' | 'zone' | 'interpretationPercent'>;
  lang?: Language;
}) {
  const { t: own, i18n } = useTranslation();
  const t = lang ? i18n.getFixedT(lang) : own;
  if (live.expectedEnd === null) return null;
  const late = live.overrunMinutes !== null && live.overrunMinutes > 0;
  return (
    <p className={css.forecast} data-late={late || undefined} lang={lang}>
      {t('web-live:forecast.end', { time: wallClock(live.expectedEnd, live.zone).time })}
      {late ? ` · ${t('web-live:forecast.late', { minutes: live.overrunMinutes })}` : null}
      {live.interpretationPercent === null || live.interpretationPercent === 100
        ? null
        : ` · ${t('web-live:forecast.interpretation', { percent: live.interpretationPercent })}`}
    </p>
  );
}
