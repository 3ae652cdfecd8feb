import { IconPlus } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useOutletContext } from 'react-router';
import type { SessionDetail } from '../../shared/api/types.js';
import { useLanguage } from '../../shared/i18n/language.js';
import { useZone } from '../../shared/me.js';
import { ActionButton, allowedIn } from '../../shared/ui/action-button.js';
import { Private, SideName } from '../../shared/ui/badges.js';
import { Day, Moment } from '../../shared/ui/dates.js';
import { Section } from '../../shared/ui/page.js';
import { Answer, Empty } from '../../shared/ui/states.js';
import { TextMarks, Words } from '../../shared/ui/text.js';
import { usePapers, type PaperList, type PaperSummary } from './api.js';
import { GradeMark, LanguageChip, Late, PaperState, WhoSees } from './marks.js';
import css from './papers.module.css';

const AnnounceForm = lazy(async () => ({ default: (await import('./announce-form.js')).AnnounceForm }));

/** The papers of a session, the reader's own side first. */
export function PapersTab() {
  const session = useOutletContext<SessionDetail>();
  const read = usePapers(session.id);
  return (
    <Answer read={read} head={false} rows={4}>
      {(list) => <Papers list={list} />}
    </Answer>
  );
}

function Papers({ list }: { list: PaperList }) {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  const sides = [...new Set(list.items.map(({ side }) => side))];
  return (
    <>
      <div className={css.bar}>
        {list.dueDate ? (
          <span>
            {t('web-papers:due')} <Day date={list.dueDate} />
          </span>
        ) : null}
        <span className={`${css.barEnd} fd-no-print`}>
          {adding ? null : (
            <ActionButton
              may={allowedIn(list.allowedActions, 'announce')}
              leftSection={<IconPlus size={18} aria-hidden />}
              onClick={() => setAdding(true)}
            >
              {t('web-papers:announce')}
            </ActionButton>
          )}
        </span>
      </div>
      {adding ? (
        <section className={css.panel}>
          <h2>{t('web-papers:announce')}</h2>
          <Suspense>
            <AnnounceForm sessionId={list.sessionId} onDone={() => setAdding(false)} />
          </Suspense>
        </section>
      ) : null}
      {list.items.length === 0 ? <Empty>{t('web-papers:none')}</Empty> : null}
      {sides.map((side) => (
        <Section key={side} title={<SideName side={side} />}>
          <ul className={css.list}>
            {list.items
              .filter((paper) => paper.side === side)
              .map((paper) => (
                <li key={paper.id} className={css.row}>
                  {paper.symbol === null ? (
                    <Private>
                      <PaperRow paper={paper} />
                    </Private>
                  ) : (
                    <PaperRow paper={paper} />
                  )}
                </li>
              ))}
          </ul>
        </Section>
      ))}
    </>
  );
}

function PaperRow({ paper }: { paper: PaperSummary }) {
  const { t } = useTranslation();
  const zone = useZone();
  const lang = useLanguage();
  const planned = paper.releases.filter(({ state }) => state === 'planned');
  return (
    <div className={css.paper} data-withdrawn={paper.state === 'withdrawn' || undefined}>
      <div className={css.symbol}>{paper.symbol ?? t('web-papers:noSymbol')}</div>
      <div>
        <h3 className={css.title}>
          <Link to={`/papers/${paper.id}`}>
            <Words value={paper.title} marks={false} />
          </Link>{' '}
          <TextMarks value={paper.title} asked={lang} />
        </h3>
        <p className={css.meta}>
          <PaperState state={paper.state} />
          <Late show={paper.late} />
          <GradeMark grade={paper.grade} />
          <WhoSees audience={paper.audience} />
          {paper.supersedes ? (
            <span>
              {t(`web-papers:kind.${paper.supersedes.kind}`)} {paper.supersedes.symbol}
            </span>
          ) : null}
        </p>
        {planned.map(({ to, at }) => (
          <p key={to} className={css.meta}>
            {t(`web-papers:planned.${to}`)} <Moment at={at} zone={zone} />
          </p>
        ))}
        {paper.items.length > 0 ? (
          <ul className={css.items} aria-label={t('web-papers:items')}>
            {paper.items.map((item) => (
              <li key={item.id}>
                <Link to={`/sessions/${paper.sessionId}/agenda#item-${item.id}`}>
                  {item.number === null ? null : `${String(item.number)}. `}
                  <Words value={item.title} marks={false} />
                </Link>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
      <div className={css.chips}>
        {paper.languages.map((language) => (
          <LanguageChip key={language.lang} language={language} withdrawn={paper.state === 'withdrawn'} />
        ))}
      </div>
    </div>
  );
}
