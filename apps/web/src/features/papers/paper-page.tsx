import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { ProposalPanel } from '../../shared/proposals/proposal-panel.js';
import { useZone } from '../../shared/me.js';
import { ActionButton, allowedIn } from '../../shared/ui/action-button.js';
import { Private, SideName } from '../../shared/ui/badges.js';
import { Day, Moment } from '../../shared/ui/dates.js';
import { Facts, Page, Section } from '../../shared/ui/page.js';
import { Answer } from '../../shared/ui/states.js';
import { Words } from '../../shared/ui/text.js';
import { usePaper, type Paper } from './api.js';
import { Chain } from './chain.js';
import { LanguageVersions } from './language-versions.js';
import { GradeMark, Late, PaperState, readersOf, WhoSees } from './marks.js';
import css from './papers.module.css';
import { Releases } from './releases.js';
import { WidenContent } from './widen-content.js';

const EditForm = lazy(async () => ({ default: (await import('./edit-form.js')).EditForm }));
const TitleForm = lazy(async () => ({ default: (await import('./title-form.js')).TitleForm }));
const AnnounceForm = lazy(async () => ({ default: (await import('./announce-form.js')).AnnounceForm }));

export function PaperPage() {
  const { id = '' } = useParams();
  const paper = usePaper(id);
  return <Answer read={paper}>{(data) => <PaperSheet paper={data} />}</Answer>;
}

function PaperSheet({ paper }: { paper: Paper }) {
  const { t } = useTranslation();
  const zone = useZone();
  const { session } = paper;
  const body = (
    <>
      <Facts
        rows={[
          [t('web-papers:submittedBy'), <SideName key="side" side={paper.side} />],
          [t('web-papers:whoSees'), t(`web-papers:readersLong.${readersOf(paper.audience)}`)],
          [t('web-papers:due'), session ? <Day date={session.dueDate} /> : null],
          [t('web-papers:sharedAt'), paper.sharedAt ? <Moment at={paper.sharedAt} zone={zone} /> : null],
          [t('web-papers:withdrawnAt'), paper.withdrawnAt ? <Moment at={paper.withdrawnAt} zone={zone} /> : null],
          [
            t('web-papers:items'),
            paper.items.length > 0 ? (
              <ul className={css.items}>
                {paper.items.map((item) => (
                  <li key={item.id}>
                    <Link to={`/sessions/${paper.sessionId}/agenda#item-${item.id}`}>
                      {item.number === null ? null : `${String(item.number)}. `}
                      <Words value={item.title} marks={false} />
                    </Link>
                  </li>
                ))}
              </ul>
            ) : null,
          ],
        ]}
      />
      <Writing paper={paper} />
      <LanguageVersions paper={paper} />
      <Releases paper={paper} />
      {paper.chain.length > 1 ? (
        <Section title={t('web-papers:chain')}>
          <Chain paper={paper} />
        </Section>
      ) : null}
    </>
  );
  return (
    <Page
      title={[paper.symbol, paper.title.text].filter(Boolean).join(' ')}
      heading={<Words value={paper.title} />}
      {...(session
        ? {
            trail: [
              { to: '/sessions', label: t('web-sessions:title') },
              { to: `/sessions/${session.id}`, label: <Words value={session.title} marks={false} /> },
              { to: `/sessions/${session.id}/papers`, label: t('web-papers:tab') },
            ],
          }
        : {})}
      aside={
        <>
          <PaperState state={paper.state} />
          <Late show={paper.late} />
        </>
      }
      meta={
        <>
          <span className={css.symbol}>{paper.symbol ?? t('web-papers:noSymbol')}</span>
          <GradeMark grade={paper.grade} />
          <WhoSees audience={paper.audience} />
        </>
      }
    >
      {paper.symbol === null ? null : (
        <ProposalPanel
          subjectType="paper"
          subjectId={paper.id}
          titleOf={() => t('web-papers:widen.title')}
          render={(proposal) => <WidenContent proposal={proposal} />}
        />
      )}
      {paper.symbol === null ? <Private label={t('web-papers:private')}>{body}</Private> : body}
    </Page>
  );
}

type Mode = 'read' | 'edit' | 'translate' | 'supersede';

/** What is written about a paper: title, grade, items; the title's other languages; a paper that follows it. */
function Writing({ paper }: { paper: Paper }) {
  const { t } = useTranslation();
  const [mode, setMode] = useState<Mode>('read');
  const done = (): void => setMode('read');
  if (mode !== 'read') {
    return (
      <section className={css.panel}>
        <h2>{t(`web-papers:act.${mode}`)}</h2>
        <Suspense>
          {mode === 'edit' ? <EditForm paper={paper} onDone={done} /> : null}
          {mode === 'translate' ? <TitleForm paper={paper} onDone={done} /> : null}
          {mode === 'supersede' ? <AnnounceForm sessionId={paper.sessionId} older={paper} onDone={done} /> : null}
        </Suspense>
      </section>
    );
  }
  return (
    <div className={`${css.acts} fd-no-print`}>
      {(['edit', 'translate', 'supersede'] as const).map((action) => (
        <ActionButton
          key={action}
          may={allowedIn(paper.allowedActions, action)}
          size="compact-md"
          variant="default"
          onClick={() => setMode(action)}
        >
          {t(`web-papers:act.${action}`)}
        </ActionButton>
      ))}
    </div>
  );
}
