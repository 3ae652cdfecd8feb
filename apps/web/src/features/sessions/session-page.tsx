import { zoneName } from '#core/i18n';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useParams } from 'react-router';
import { useAgenda } from '../../shared/api/agenda.js';
import type { SessionDetail } from '../../shared/api/types.js';
import { DocumentMenu } from '../../shared/documents/document-menu.js';
import { useLanguage } from '../../shared/i18n/language.js';
import { useMe } from '../../shared/me.js';
import { Illustrative, Ladder, SideName, State } from '../../shared/ui/badges.js';
import { CalendarLink } from '../../shared/ui/calendar-link.js';
import { Countdown, SessionDate } from '../../shared/ui/dates.js';
import { Keys } from '../../shared/ui/keys.js';
import { Page, TabLinks } from '../../shared/ui/page.js';
import { Answer } from '../../shared/ui/states.js';
import { Words } from '../../shared/ui/text.js';
import { useSession } from './api.js';
import { When } from './arrangement-view.js';
import css from './session-page.module.css';

/** One address and one head for a session; its tabs are links beneath it. */
export function SessionPage() {
  const { id = '' } = useParams();
  const session = useSession(id);
  return <Answer read={session}>{(data) => <Session session={data} />}</Answer>;
}

const HELD = new Set(['held', 'closed']);
const OFF = new Set(['postponed', 'cancelled']);
const LIVE = new Set(['ready', 'in_session', 'held']);
const OUTSIDE = new Set(['private', 'observer', 'admin']);

function Session({ session }: { session: SessionDetail }) {
  const { t } = useTranslation();
  const at = `/sessions/${session.id}`;
  const me = useMe();
  const readsReplies = me?.roles.some((role) => role === 'secretariat' || role === 'head') === true && me.side !== null;
  // Companies, observers and the administrator never see a session run.
  const runs = LIVE.has(session.state) && me?.roles.every((role) => !OUTSIDE.has(role)) === true;
  return (
    <Page
      title={session.title.text}
      heading={<Words value={session.title} />}
      trail={[
        { to: '/sessions', label: t('web-sessions:title') },
        { to: `/channels/${session.channel.id}`, label: <Words value={session.channel.name} marks={false} /> },
      ]}
      aside={
        <>
          <State tone={session.draft ? 'open' : HELD.has(session.state) ? 'done' : 'accent'}>
            {t(session.draft ? 'web-sessions:draftState' : `web-words:sessionState.${session.state}`)}
          </State>
          <Illustrative show={session.illustrative} />
          {session.allowedActions.some(({ action, allowed }) => action === 'arrange' && allowed) ? (
            <Link to={`/date-polls/new?channel=${session.channel.id}&session=${session.id}`} className="fd-no-print">
              {t('web-sessions:tabs.datePolls')}
            </Link>
          ) : null}
          <Link to={`${at}/brief`} className="fd-no-print">
            {t('web-sessions:brief.title')}
          </Link>
          {session.draft ? null : <DocumentMenu sessionId={session.id} />}
        </>
      }
      meta={<Head session={session} />}
    >
      {session.draft ? null : (
        <TabLinks
          label={t('web-sessions:tabs.label')}
          tabs={[
            { to: at, label: t('web-sessions:tabs.overview'), end: true },
            { to: `${at}/agenda`, label: t('web-sessions:tabs.agenda') },
            { to: `${at}/papers`, label: t('web-sessions:tabs.papers') },
            { to: `${at}/delegations`, label: t('web-sessions:tabs.delegations') },
            ...(runs ? [{ to: `${at}/live`, label: t('web-sessions:tabs.live') }] : []),
            { to: `${at}/texts`, label: t('web-sessions:tabs.texts') },
            { to: `${at}/actions`, label: t('web-sessions:tabs.actions') },
            { to: `${at}/record`, label: t('web-sessions:tabs.record') },
            ...(readsReplies ? [{ to: `${at}/replies`, label: t('web-sessions:tabs.replies') }] : []),
          ]}
        />
      )}
      <Outlet context={session} />
    </Page>
  );
}

function Head({ session }: { session: SessionDetail }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  return (
    <>
      <span className={css.date}>
        {session.startsAt ? (
          <When
            startDate={session.date.value}
            endDate={session.dateEnd}
            startsAt={session.startsAt}
            endsAt={session.endsAt}
            zone={session.zone}
          />
        ) : (
          <SessionDate session={session} />
        )}
      </span>
      {session.daysLeft === null || HELD.has(session.state) || OFF.has(session.state) ? null : (
        <Countdown days={session.daysLeft} />
      )}
      {session.place ? <Words value={session.place} /> : null}
      {session.startsAt ? (
        <span className={css.muted}>{t('web-sessions:localTime', { zone: zoneName(session.zone, lang) })}</span>
      ) : null}
      {session.host ? (
        <span className={css.pairOf}>
          <span className={css.muted}>{t('web-sessions:host')}</span> <SideName side={session.host} />
        </span>
      ) : null}
      <Ladder level={session.level} nominal={session.nominalLevel} held={HELD.has(session.state)} />
      {session.draft ? null : <AgendaKeys id={session.id} />}
      <CalendarLink session={session} />
    </>
  );
}

/** The keys on the agenda; a session that only one side knows of has none yet. */
function AgendaKeys({ id }: { id: string }) {
  const { data } = useAgenda(id);
  return data && data.keys.length > 0 && data.state !== 'draft' ? <Keys keys={data.keys} /> : null;
}
