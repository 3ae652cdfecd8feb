import { formatDate } from '#core/i18n';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { ActionRule } from '../../shared/actions/action-rule.js';
import { useRead } from '../../shared/api/hooks.js';
import type { ChannelDetail, ChannelName } from '../../shared/api/types.js';
import { LANGUAGE_NAMES, useLanguage } from '../../shared/i18n/language.js';
import { useSides } from '../../shared/me.js';
import { ProposalPanel } from '../../shared/proposals/proposal-panel.js';
import { ReleaseRule } from '../../shared/records/release-rule.js';
import { Illustrative, Ladder, Private, SideName } from '../../shared/ui/badges.js';
import { Day, SessionDate } from '../../shared/ui/dates.js';
import { Facts, Page, Section } from '../../shared/ui/page.js';
import { SourceList } from '../../shared/ui/sources.js';
import { Answer, Empty } from '../../shared/ui/states.js';
import { Words } from '../../shared/ui/text.js';
import { Acts } from './acts.js';
import css from './channel-page.module.css';
import { ChannelState } from './channel-state.js';
import { EventList } from './event-list.js';
import { ProposalContent, useProposalTitle } from './proposal-content.js';
import { StallNote } from './stall-note.js';

export function ChannelPage() {
  const { id = '' } = useParams();
  const channel = useRead<ChannelDetail>(`/channels/${id}`);
  return <Answer read={channel}>{(data) => <Channel channel={data} />}</Answer>;
}

function Channel({ channel }: { channel: ChannelDetail }) {
  const { t } = useTranslation();
  const titleOf = useProposalTitle();
  return (
    <Page
      title={channel.name.text}
      heading={<Words value={channel.name} />}
      trail={[{ to: '/channels', label: t('web-channels:title') }]}
      aside={
        <>
          <ChannelState channel={channel} />
          <Illustrative show={channel.illustrative} />
          <Link to={`/date-polls?channel=${channel.id}`} className="fd-no-print">
            {t('web-date-polls:title')}
          </Link>
          <Link to={`/channels/${channel.id}/agenda-template`} className="fd-no-print">
            {t('web-agenda:template.title')}
          </Link>
          <Link to={`/channels/${channel.id}/reminder-rules`} className="fd-no-print">
            {t('web-reminder-rules:title')}
          </Link>
        </>
      }
      meta={
        <>
          <Ladder level={channel.nominalLevel} />
          {channel.nextLevel ? (
            <Link to={`/sessions/${channel.nextLevel.sessionId}`}>
              {t('web-channels:nextLevel', { level: t(`web-words:level.${channel.nextLevel.level}`) })}{' '}
              <Day date={channel.nextLevel.date} />
            </Link>
          ) : null}
        </>
      }
    >
      {channel.audience === 'kr' || channel.audience === 'jp' ? (
        <Private>
          <p>{t('web-channels:draftNote')}</p>
        </Private>
      ) : null}
      <StallNote channel={channel} />
      <ProposalPanel
        subjectType="channel"
        subjectId={channel.id}
        titleOf={titleOf}
        render={(proposal) => <ProposalContent proposal={proposal} channel={channel} />}
      />
      <Facts
        rows={[
          [
            t('web-channels:parties'),
            channel.parties.length === 0
              ? null
              : channel.parties.map((party) => (
                  <div key={party.text}>
                    <Words value={party} />
                  </div>
                )),
          ],
          [t('web-channels:cadence'), cadenceOf(channel, t)],
          [t('web-channels:hosting'), hostingOf(channel, t)],
          [t('web-channels:nextHost'), channel.nextHost ? <SideName side={channel.nextHost} /> : null],
          [
            t('web-channels:topics'),
            channel.topics.length === 0 ? null : channel.topics.map((topic) => topic.name.text).join(' · '),
          ],
          [t('web-channels:note'), channel.note ? <span lang="en">{channel.note}</span> : null],
        ]}
      />
      <Acts channel={channel} />
      <Section
        title={t('web-channels:names.title')}
        aside={<span className={css.muted}>{t('web-channels:names.lead')}</span>}
      >
        <Names names={channel.names} />
      </Section>
      <Section title={t('web-channels:sessions')}>
        {channel.sessions.length === 0 ? <Empty>{t('web-channels:noSessions')}</Empty> : null}
        <ul className={css.rows}>
          {channel.sessions.map((session) => (
            <li key={session.id}>
              <span className={css.when}>
                <SessionDate session={session} />
              </span>
              <span>
                <Link to={`/sessions/${session.id}`}>
                  <Words value={session.title} />
                </Link>{' '}
                <Illustrative show={session.illustrative} />
                <span className={css.line}>
                  <Ladder
                    level={session.level}
                    nominal={session.nominalLevel}
                    held={session.state === 'held' || session.state === 'closed'}
                  />
                  {session.place ? <Words value={session.place} /> : null}
                </span>
              </span>
            </li>
          ))}
        </ul>
      </Section>
      {channel.audience === 'kr' || channel.audience === 'jp' ? null : <ActionRule channelId={channel.id} />}
      {channel.audience === 'kr' || channel.audience === 'jp' ? null : <ReleaseRule channelId={channel.id} />}
      <Section title={t('web-channels:events')}>
        <EventList events={channel.events} />
      </Section>
      {channel.relations.length > 0 ? (
        <Section title={t('web-channels:relations')}>
          <ul className={css.rows}>
            {channel.relations.map((relation) => (
              <li key={`${relation.kind}${relation.channelId}`}>
                <span className={css.when}>{t(`web-words:relation.${relation.kind}`)}</span>
                <Link to={`/channels/${relation.channelId}`}>
                  <Words value={relation.name} />
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {channel.sources.length > 0 ? (
        <Section title={t('web-words:sources.title')}>
          <SourceList sources={channel.sources} />
        </Section>
      ) : null}
    </Page>
  );
}

/** The cadence in the words of the record or of the sides, else as agreed in months. */
function cadenceOf({ cadence, cadenceMonths }: ChannelDetail, t: TFunction): ReactNode {
  if (cadence) return <Words value={cadence} />;
  return cadenceMonths === null ? null : t('web-channels:monthly', { months: cadenceMonths });
}

/** The rule the sides agreed on; else that of the record, with its own words where they say more. */
function hostingOf({ hosting, hostingRule }: ChannelDetail, t: TFunction): ReactNode {
  const told = (['alternating', 'rotation'] as const).find((rule) => hosting?.startsWith(rule));
  const rule = hostingRule ?? told;
  if (!rule) return hosting ? <span lang="en">{hosting}</span> : null;
  return (
    <>
      {t(`web-channels:hostingRule.${rule}`)}
      {hostingRule || !hosting || hosting === rule ? null : (
        <div lang="en" className={css.muted}>
          {hosting}
        </div>
      )}
    </>
  );
}

/** The names each side uses, the reader's side first, with the days from which they hold. */
function Names({ names }: { names: ChannelName[] }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const sides = useSides();
  const span = (name: ChannelName): string | null => {
    if (name.from && name.to) return `${formatDate(name.from, lang)} – ${formatDate(name.to, lang)}`;
    if (name.from) return t('web-channels:names.from', { date: formatDate(name.from, lang) });
    return name.to ? t('web-channels:names.to', { date: formatDate(name.to, lang) }) : null;
  };
  return (
    <div className={css.names}>
      {[...sides, null].map((side) => {
        const own = names.filter((name) => name.side === side);
        if (own.length === 0) return null;
        return (
          <section key={side ?? 'both'}>
            <h3>{side ? <SideName side={side} /> : t('web-channels:names.neutral')}</h3>
            <ul>
              {own.map((name) => (
                <li key={`${name.lang}${name.text}${name.from ?? ''}`}>
                  <span lang={name.lang} className={css.name}>
                    {name.text}
                  </span>
                  <span className={css.muted}>
                    {[LANGUAGE_NAMES[name.lang], t(`web-words:nameKind.${name.kind}`), span(name)]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
