import { partyName, otherSide } from '#core/kernel';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRead } from '../../shared/api/hooks.js';
import type { ActionSummary, Home, SessionSummary, WorkItem } from '../../shared/api/types.js';
import { useLanguage } from '../../shared/i18n/language.js';
import { useMe } from '../../shared/me.js';
import { Illustrative, Ladder, State } from '../../shared/ui/badges.js';
import { Countdown, Due, SessionDate } from '../../shared/ui/dates.js';
import { Page, Section } from '../../shared/ui/page.js';
import { Answer, Empty } from '../../shared/ui/states.js';
import { Words } from '../../shared/ui/text.js';
import css from './home-page.module.css';

/** What waits for me, what waits for the other side, what comes next, what is late. */
export function HomePage() {
  const { t } = useTranslation();
  const lang = useLanguage();
  const me = useMe();
  const home = useRead<Home>('/home');
  const them = me?.side
    ? t('web-home:waitsForSide', { party: partyName(otherSide(me.side), lang) })
    : t('web-home:waitsForThem');
  return (
    <Page
      title={t('web-home:title')}
      meta={
        me?.post ? (
          <span>
            <Words value={me.post.body} marks={false} /> <Words value={me.post.title} marks={false} />
          </span>
        ) : null
      }
    >
      <Answer read={home} head={false} rows={8}>
        {(data) => (
          <>
            <div className={css.columns}>
              <Waiting
                title={t('web-home:waitsForMe')}
                items={data.waitsForMe}
                empty={t('web-home:nothingForMe')}
                strong
              />
              <Waiting title={them} items={data.waitsForThem} empty={t('web-home:nothingForThem')} />
            </div>
            {data.overdue.length > 0 ? (
              <Section
                title={`${t('web-home:overdue')} (${String(data.overdue.length)})`}
                aside={<Link to="/actions?scope=all&overdue=true">{t('web-home:allOverdue')}</Link>}
              >
                <ul className={css.list}>
                  {data.overdue.map((action) => (
                    <OverdueRow key={action.id} action={action} />
                  ))}
                </ul>
              </Section>
            ) : null}
            <Section title={t('web-home:nextSessions')} aside={<Link to="/sessions">{t('web-home:allSessions')}</Link>}>
              {data.nextSessions.length === 0 ? <Empty>{t('web-home:noSessions')}</Empty> : null}
              <ul className={css.list}>
                {data.nextSessions.map((session) => (
                  <SessionRow key={session.id} session={session} />
                ))}
              </ul>
            </Section>
          </>
        )}
      </Answer>
    </Page>
  );
}

function Waiting({
  title,
  items,
  empty,
  strong = false,
}: {
  title: string;
  items: WorkItem[];
  empty: string;
  strong?: boolean;
}) {
  const { t } = useTranslation();
  return (
    <section className={css.waiting} data-strong={strong || undefined}>
      <h2>
        {title} <span className={css.count}>{items.length}</span>
      </h2>
      {items.length === 0 ? <p className={css.none}>{empty}</p> : null}
      <ul className={css.list}>
        {items.map((item) => (
          <li key={`${item.kind}${item.href}${item.title.text}`} className={css.item}>
            <span className={css.kind}>{t(`web-home:kind.${item.kind}`)}</span>
            <Link to={item.href} className={css.link}>
              <Words value={item.title} marks={false} />
            </Link>
            <span className={css.meta}>
              {item.due ? <Due date={item.due} days={item.daysLeft} /> : null}
              <Illustrative show={item.illustrative} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function SessionRow({ session }: { session: SessionSummary }) {
  const { t } = useTranslation();
  return (
    <li className={css.item}>
      <Link to={`/sessions/${session.id}`} className={css.link}>
        <Words value={session.title} />
      </Link>
      <span className={css.meta}>
        <SessionDate session={session} />
        {session.daysLeft === null ? null : <Countdown days={session.daysLeft} />}
        {session.place ? <Words value={session.place} /> : null}
        <Ladder level={session.level} nominal={session.nominalLevel} />
        <State>{t(`web-words:sessionState.${session.state}`)}</State>
        <Illustrative show={session.illustrative} />
      </span>
    </li>
  );
}

function OverdueRow({ action }: { action: ActionSummary }) {
  return (
    <li className={css.item}>
      <Link to={`/actions/${action.id}`} className={css.link}>
        <Words value={action.title} />
      </Link>
      <span className={css.meta}>
        <Due date={action.due} days={action.daysLeft} />
        <span>
          <Words value={action.owner.title} />
        </span>
        <Illustrative show={action.illustrative} />
      </span>
    </li>
  );
}
