import { useTranslation } from 'react-i18next';
import { LANGUAGE_NAMES } from '../../shared/i18n/language.js';
import { ActionButton, allowedIn } from '../../shared/ui/action-button.js';
import { Private, SideName, State } from '../../shared/ui/badges.js';
import { Day } from '../../shared/ui/dates.js';
import { Words } from '../../shared/ui/text.js';
import { useInterpretationWrite, type Interpretation, type Paper } from './api.js';
import css from './delegations.module.css';

/** What has to be translated for the session, with counts and the day it is due. */
export function Papers({ data }: { data: Interpretation }) {
  const { t } = useTranslation();
  if (data.papers.length === 0) return null;
  return (
    <section className={css.companies}>
      <h3>{t('web-delegations:papers.title')}</h3>
      <p className={css.note}>
        {t('web-delegations:due')} <Day date={data.papersDueDate} />
      </p>
      <ul className={css.cards}>
        {data.papers.map((paper) => (
          <li key={paper.id} className={css.card}>
            {paper.shared ? (
              <PaperRow paper={paper} sessionId={data.sessionId} />
            ) : (
              <Private>
                <PaperRow paper={paper} sessionId={data.sessionId} />
              </Private>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function PaperRow({ paper, sessionId }: { paper: Paper; sessionId: string }) {
  const { t } = useTranslation();
  const write = useInterpretationWrite(sessionId);
  const change = (body: object) =>
    void write
      .mutateAsync({ method: 'PATCH', path: `/translation-papers/${paper.id}`, ifMatch: paper.etag, body })
      .catch(() => undefined);
  const delivered = paper.deliveredAt !== null;
  return (
    <>
      <p className={css.person}>
        <SideName side={paper.side} /> <Words value={paper.title} />
      </p>
      <p className={css.note}>
        <span lang={paper.sourceLang}>{LANGUAGE_NAMES[paper.sourceLang]}</span> →{' '}
        <span lang={paper.targetLang}>{LANGUAGE_NAMES[paper.targetLang]}</span> ·{' '}
        {t(`web-delegations:papers.${paper.unit === 'words' ? 'words' : 'characters'}`, { count: paper.amount })}{' '}
        <State tone={delivered ? 'done' : 'open'}>
          {t(delivered ? 'web-delegations:papers.delivered' : 'web-delegations:papers.waiting')}
        </State>
      </p>
      <div className={`${css.actions} fd-no-print`}>
        <ActionButton
          may={allowedIn(paper.allowedActions, 'change')}
          size="compact-sm"
          variant="default"
          onClick={() => change({ delivered: !delivered })}
        >
          {t(delivered ? 'web-delegations:papers.undo' : 'web-delegations:papers.deliver')}
        </ActionButton>
        <ActionButton
          may={allowedIn(paper.allowedActions, 'share')}
          size="compact-sm"
          variant="default"
          onClick={() => change({ share: true })}
        >
          {t('web-delegations:papers.share')}
        </ActionButton>
      </div>
    </>
  );
}
