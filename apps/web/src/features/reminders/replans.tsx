import { formatDate } from '#core/i18n';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../shared/api/hooks.js';
import type { List } from '../../shared/api/types.js';
import { useLanguage } from '../../shared/i18n/language.js';
import { Words } from '../../shared/ui/text.js';
import type { DeskReplan } from './api.js';
import css from './reminders.module.css';

/** Reminders that are being planned anew in the background, with how far that is; nothing when all is done. */
export function Replans() {
  const { t } = useTranslation();
  const { data } = useRead<List<DeskReplan>>('/reminders/replans');
  const open = data?.items.filter((replan) => replan.finishedAt === null) ?? [];
  if (open.length === 0) return null;
  return (
    <section className={css.replans} aria-labelledby="replans">
      <h2 id="replans">{t('web-reminders:replans.title')}</h2>
      <ul>
        {open.map((replan) => (
          <li key={replan.id}>
            <Replan replan={replan} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Replan({ replan: { id, cause, channel, from, to, total, done } }: { replan: DeskReplan }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  return (
    <>
      <span id={`replan-${id}`}>
        {t(`web-reminders:replans.causes.${cause}`)}
        {channel ? (
          <>
            {' · '}
            <Words value={channel} />
          </>
        ) : null}
        {from === null ? null : ` · ${dates(from, to ?? from)}`}
      </span>
      {total === null ? (
        <span>{t('web-reminders:replans.waiting')}</span>
      ) : (
        <>
          <progress value={done} max={Math.max(total, 1)} aria-labelledby={`replan-${id}`} />
          <span>{t('web-reminders:replans.progress', { done, total })}</span>
        </>
      )}
    </>
  );

  function dates(first: string, last: string): string {
    const day = formatDate(first, lang);
    return first === last ? day : t('web-reminders:replans.days', { from: day, to: formatDate(last, lang) });
  }
}
