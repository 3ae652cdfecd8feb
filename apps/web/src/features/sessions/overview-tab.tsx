import { formatCountdown } from '#core/i18n';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useOutletContext } from 'react-router';
import { paramsOf } from '../../shared/api/problem.js';
import type { Deadline, Delegation, SessionDetail } from '../../shared/api/types.js';
import { useLanguage } from '../../shared/i18n/language.js';
import { useErrorText } from '../../shared/i18n/words.js';
import { useSides } from '../../shared/me.js';
import { SideName, State } from '../../shared/ui/badges.js';
import { Day, SessionDate } from '../../shared/ui/dates.js';
import { Facts, Section } from '../../shared/ui/page.js';
import { SourceList } from '../../shared/ui/sources.js';
import { Words } from '../../shared/ui/text.js';
import css from './session-page.module.css';
import { Steps } from './steps.js';

const OVER = new Set(['held', 'closed', 'cancelled']);

export function OverviewTab() {
  const { t } = useTranslation();
  const session = useOutletContext<SessionDetail>();
  const past = OVER.has(session.state);
  return (
    <>
      {past ? null : <Readiness session={session} />}
      {session.outcome ? (
        <Section title={t('web-sessions:outcome')}>
          <p className={css.prose}>
            <Words value={session.outcome} />
          </p>
        </Section>
      ) : null}
      {session.deadlines.length > 0 ? (
        <Section
          title={t('web-sessions:deadlines.title')}
          aside={<span className={css.note}>{t('web-sessions:deadlines.derived')}</span>}
        >
          <Deadlines session={session} />
        </Section>
      ) : null}
      {session.delegations.length > 0 ? (
        <Section title={t('web-sessions:delegations.title')}>
          <Delegations list={session.delegations} host={session.host} />
        </Section>
      ) : null}
      <Section title={t('web-sessions:about')}>
        <Facts
          rows={[
            [t('web-sessions:format'), t(`common:forms.${session.format}`)],
            [
              t('web-sessions:ordinal'),
              session.ordinal === null ? null : t('web-sessions:nth', { n: session.ordinal }),
            ],
            [
              t('web-sessions:topics'),
              session.topics.length === 0 ? null : session.topics.map((topic) => topic.name.text).join(' · '),
            ],
            [
              t('web-sessions:documents'),
              session.documents.length === 0
                ? null
                : session.documents.map((document) => (
                    <div key={document.instrumentId}>
                      <Link to={`/instruments/${document.instrumentId}`}>
                        <Words value={document.name} />
                      </Link>
                    </div>
                  )),
            ],
            [t('web-sessions:note'), session.note ? <span lang="en">{session.note}</span> : null],
          ]}
        />
      </Section>
      {session.sources.length > 0 ? (
        <Section title={t('web-words:sources.title')}>
          <SourceList sources={session.sources} />
        </Section>
      ) : null}
    </>
  );
}

function Readiness({ session }: { session: SessionDetail }) {
  const { t } = useTranslation();
  const textOf = useErrorText();
  const { ready, blocks } = session.readiness;
  return (
    <Section title={t('web-sessions:readiness.title')}>
      <div className={css.ready} data-ready={ready || undefined}>
        <p>{ready ? t('web-sessions:readiness.ready') : t('web-sessions:readiness.open', { count: blocks.length })}</p>
        <ul className={css.checks}>
          {blocks.map((block) => (
            <li key={`${block.code}${JSON.stringify(block.params)}`}>
              <IconAlertTriangle size={18} color="var(--fd-amber)" aria-hidden />
              {textOf(block.code, paramsOf(block.params))}
            </li>
          ))}
          {session.interpretationConfirmed ? (
            <li>
              <IconCircleCheck size={18} color="var(--fd-green)" aria-hidden />
              {t('web-sessions:readiness.interpretation')}
            </li>
          ) : null}
        </ul>
      </div>
      <Steps session={session} />
    </Section>
  );
}

function Deadlines({ session }: { session: SessionDetail }) {
  const { t } = useTranslation();
  const before = session.deadlines.filter((deadline) => deadline.offsetDays < 0);
  const after = session.deadlines.filter((deadline) => deadline.offsetDays >= 0);
  return (
    <ol className={css.deadlines}>
      {before.map((deadline) => (
        <DeadlineRow key={deadline.rule} deadline={deadline} />
      ))}
      <li data-session>
        <SessionDate session={session} />
        <span>{t('web-sessions:deadlines.session')}</span>
      </li>
      {after.map((deadline) => (
        <DeadlineRow key={deadline.rule} deadline={deadline} />
      ))}
    </ol>
  );
}

function DeadlineRow({ deadline }: { deadline: Deadline }) {
  const { t } = useTranslation();
  const offset = formatCountdown(-deadline.offsetDays, useLanguage());
  return (
    <li data-passed={deadline.passed || undefined}>
      <span>
        <Day date={deadline.date} />
      </span>
      <span>
        {t(`web-words:rule.${deadline.rule}`)}{' '}
        <span className={css.note}>
          {[
            offset,
            t(`web-words:ruleOwner.${deadline.owner}`),
            deadline.passed ? t('web-sessions:deadlines.passed') : null,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {deadline.raw !== deadline.date ? (
          <span className={css.note}>
            <br />
            {t('web-sessions:deadlines.rolled')} <Day date={deadline.raw} />
          </span>
        ) : null}
      </span>
    </li>
  );
}

function Delegations({ list, host }: { list: Delegation[]; host: SessionDetail['host'] }) {
  const { t } = useTranslation();
  const sides = useSides(host);
  return (
    <div className={css.delegations}>
      {sides.map((side) => {
        const delegation = list.find((entry) => entry.side === side);
        if (!delegation) return null;
        return (
          <section key={side} className={css.delegation}>
            <h3>
              <SideName side={side} />
              <State tone={delegation.state === 'draft' ? 'open' : 'done'}>
                {t(`web-words:delegation.${delegation.state}`)}
              </State>
            </h3>
            <ol>
              {delegation.head ? (
                <li>
                  <span className={css.note}>{t('web-words:delegationRole.head')}</span>{' '}
                  <Words value={delegation.head.body} marks={false} /> <Words value={delegation.head.title} />
                </li>
              ) : (
                <li className={css.note}>{t('web-sessions:delegations.noHead')}</li>
              )}
              {delegation.members
                .filter(({ post }) => post.id !== delegation.head?.id)
                .map(({ post, role }) => (
                  <li key={post.id}>
                    <span className={css.note}>{t(`web-words:delegationRole.${role}`)}</span>{' '}
                    <Words value={post.body} marks={false} /> <Words value={post.title} />
                  </li>
                ))}
            </ol>
          </section>
        );
      })}
    </div>
  );
}
