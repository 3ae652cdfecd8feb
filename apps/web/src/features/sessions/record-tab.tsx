import { useTranslation } from 'react-i18next';
import { Link, useOutletContext } from 'react-router';
import type { SessionDetail } from '../../shared/api/types.js';
import { Section } from '../../shared/ui/page.js';
import { SourceList } from '../../shared/ui/sources.js';
import { Empty } from '../../shared/ui/states.js';
import { Words } from '../../shared/ui/text.js';
import css from './session-page.module.css';

/** What came out of a session and where that is written. */
export function RecordTab() {
  const { t } = useTranslation();
  const session = useOutletContext<SessionDetail>();
  const nothing = !session.outcome && session.documents.length === 0 && session.sources.length === 0;
  if (nothing) return <Empty>{t('web-sessions:record.none')}</Empty>;
  return (
    <>
      {session.outcome ? (
        <Section title={t('web-sessions:outcome')}>
          <p className={css.prose}>
            <Words value={session.outcome} />
          </p>
        </Section>
      ) : null}
      {session.documents.length > 0 ? (
        <Section title={t('web-sessions:documents')}>
          <ul>
            {session.documents.map((document) => (
              <li key={document.instrumentId}>
                <Link to={`/instruments/${document.instrumentId}`}>
                  <Words value={document.name} />
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {session.sources.length > 0 ? (
        <Section title={t('web-words:sources.title')}>
          <SourceList sources={session.sources} />
        </Section>
      ) : null}
    </>
  );
}
