import { isSide, partyName } from '#core/kernel';
import { useTranslation } from 'react-i18next';
import type { AgendaRowDiff } from '../../shared/api/types.js';
import { useLanguage } from '../../shared/i18n/language.js';
import css from './agenda-versions.module.css';

type Change = AgendaRowDiff['values'][number];

/** What of a row is no text: who leads, how long, what for; and what it is about. */
export function ValueChanges({ row }: { row: AgendaRowDiff }) {
  const { t } = useTranslation();
  const say = useValueWords();
  const links = row.linksAdded.length + row.linksRemoved.length;
  if (row.values.length + links === 0) return null;
  return (
    <dl className={css.values}>
      {row.values.map((change) => (
        <div key={change.field}>
          <dt>{t(`web-agenda-versions:value.${change.field}`)}</dt>
          <dd>
            <del>{say(change, change.before)}</del>
            <span aria-hidden> → </span>
            <span className="fd-hidden">{t('web-agenda-versions:becomes')}</span>
            <ins>{say(change, change.after)}</ins>
          </dd>
        </div>
      ))}
      {links > 0 ? (
        <div>
          <dt>{t('web-agenda-versions:value.links')}</dt>
          <dd>
            {t('web-agenda-versions:linkCounts', { added: row.linksAdded.length, removed: row.linksRemoved.length })}
          </dd>
        </div>
      ) : null}
    </dl>
  );
}

function useValueWords(): (change: Change, value: string | null) => string {
  const { t } = useTranslation();
  const lang = useLanguage();
  return ({ field }, value) => {
    if (value === null) return t('web-agenda-versions:noValue');
    switch (field) {
      case 'minutes':
        return t('web-agenda-versions:minutes', { minutes: Number(value) });
      case 'lead':
      case 'proposer':
        return isSide(value) ? partyName(value, lang) : value;
      case 'objective':
        return t(`web-agenda:objective.${value}`);
      case 'kind':
        return t(`web-agenda-versions:kind.${value}`);
      case 'standing':
        return t(`agenda:standing.${value}`);
    }
  };
}
