import { useTranslation } from 'react-i18next';
import { useZone } from '../../shared/me.js';
import { Moment } from '../../shared/ui/dates.js';
import { Keys } from '../../shared/ui/keys.js';
import { Answer, Empty } from '../../shared/ui/states.js';
import { useHistory } from './api.js';
import css from './glossary.module.css';
import { TermLine } from './term-change.js';

/** Every wording that was agreed, with the posts that turned the keys and the hash they stand on. */
export function TermHistory({ id }: { id: string }) {
  const { t } = useTranslation();
  const zone = useZone();
  const read = useHistory(id);
  return (
    <Answer read={read} head={false} rows={2}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty />
        ) : (
          <ol className={css.history}>
            {items.map((version) => (
              <li key={version.number}>
                <p className={css.historyHead}>
                  <strong>{t('web-glossary:historyNumber', { number: version.number })}</strong>
                  <span>{t(`web-glossary:change.${version.change}`)}</span>
                  <Moment at={version.at} zone={zone} />
                  {version.proposal ? <Keys keys={version.proposal.keys} /> : null}
                </p>
                <p>
                  <TermLine words={version.words} />
                </p>
                {version.proposal?.reason ? <p>{version.proposal.reason}</p> : null}
                <p className={css.hash}>
                  {t('web-glossary:hash')} <code>{version.hash}</code>
                </p>
              </li>
            ))}
          </ol>
        )
      }
    </Answer>
  );
}
