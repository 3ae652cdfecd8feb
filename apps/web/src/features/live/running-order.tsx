import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { wallClock } from '#core/i18n';
import { useWrite } from '../../shared/api/hooks.js';
import { useProblemText } from '../../shared/i18n/words.js';
import { allowedIn } from '../../shared/ui/action-button.js';
import { Section } from '../../shared/ui/page.js';
import { conduct, useLiveWrite, type Live, type LiveRow } from './api.js';
import { clockText } from './clock.js';
import { RowName } from './now-panel.js';
import css from './live.module.css';

/** Every row of the agenda with the time it took, or when it will come; a secretariat takes up any of them. */
export function RunningOrder({ live }: { live: Live }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const write = useLiveWrite(live.sessionId);
  const settle = useWrite<unknown>();
  const problem = write.error ?? settle.error;
  return (
    <Section title={t('web-live:order.title')}>
      {problem ? (
        <p role="alert" className={css.refused}>
          {textOf(problem)}
        </p>
      ) : null}
      <ol className={css.order}>
        {live.rows.map((row) => (
          <li
            key={row.id}
            data-place={row.place}
            data-kind={row.kind}
            aria-current={row.place === 'on' ? 'step' : undefined}
          >
            <span className={css.rowName}>
              <RowName row={row} />
            </span>
            {row.kind === 'section' ? null : <RowTime row={row} zone={live.zone} />}
            <span className={css.rowActs}>
              {allowedIn(row.allowedActions, 'go-to')?.allowed ? (
                <Button
                  variant="default"
                  size="sm"
                  aria-label={t('web-live:order.goToLabel', { title: row.title.text })}
                  onClick={() =>
                    void write.mutateAsync(conduct(live, 'go-to', { itemId: row.id })).catch(() => undefined)
                  }
                >
                  {t(row.place === 'done' ? 'web-live:order.again' : 'web-live:order.goTo')}
                </Button>
              ) : null}
              {row.place === 'done' && allowedIn(row.allowedActions, 'discuss')?.allowed ? (
                <Button
                  variant="default"
                  size="sm"
                  aria-label={t('web-live:order.discussedLabel', { title: row.title.text })}
                  onClick={() =>
                    void settle
                      .mutateAsync({ method: 'POST', path: `/agenda-items/${row.id}/discussed`, ifMatch: row.etag })
                      .catch(() => undefined)
                  }
                >
                  {t('web-agenda:discussed.act')}
                </Button>
              ) : null}
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function RowTime({ row, zone }: { row: LiveRow; zone: string }) {
  const { t } = useTranslation();
  const planned = clockText(row.plannedSeconds);
  const over = row.remainingSeconds < 0;
  const text =
    row.place === 'coming'
      ? row.expectedAt === null
        ? t('web-live:order.planned', { planned })
        : t('web-live:order.expected', { time: wallClock(row.expectedAt, zone).time, planned })
      : row.elapsedSeconds === 0
        ? t('web-live:order.settled')
        : t('web-live:order.took', { elapsed: clockText(row.elapsedSeconds), planned });
  return (
    <span className={css.rowTime} data-over={over || undefined}>
      {row.place === 'on' ? t('web-live:order.on') : text}
      {row.settled && row.elapsedSeconds > 0 ? ` · ${t('web-live:order.settled')}` : null}
    </span>
  );
}
