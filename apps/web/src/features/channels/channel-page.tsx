import { formatDate } from '#core/i18n';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useRead } from '../../shared/api/hooks.js';
import type { ChannelDetail, ChannelName } from '../../shared/api/types.js';
import { LANGUAGE_NAMES, useLanguage } from '../../shared/i18n/language.js';
import { useSides } from '../../shared/me.js';
import { Illustrative, Ladder, SideName, State } from '../../shared/ui/badges.js';
import { KnownDate, SessionDate } from '../../shared/ui/dates.js';
import { Facts, Page, Section } from '../../shared/ui/page.js';
import { SourceList, Sources } from '../../shared/ui/sources.js';
import { Answer, Empty } from '../../shared/ui/states.js';
import { Words } from '../../shared/ui/text.js';
import css from './channel-page.module.css';
import { channelTone } from './channel-table.js';

export function ChannelPage() {
  const { id = '' } = useParams();
  const channel = useRead<ChannelDetail>(`/channels/${id}`);
  return <Answer read={channel}>{(data) => <Channel channel={data} />}</Answer>;
}

function Channel({ channel }: { channel: ChannelDetail }) {
  const { t } = useTranslation();
  return (
    <Page
      title={channel.name.text}
      heading={<Words value={channel.name} />}
      trail={[{ to: '/channels', label: t('web-channels:title') }]}
      aside={
        <>
          <State tone={channelTone(channel.state)}>{t(`web-words:channelState.${channel.state}`)}</State>
          <Illustrative show={channel.illustrative} />
        </>
      }
      meta={<Ladder level={channel.nominalLevel} />}
    >
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
          [t('web-channels:cadence'), channel.cadence ? <Words value={channel.cadence} /> : null],
          [t('web-channels:hosting'), channel.hosting ? <span lang="en">{channel.hosting}</span> : null],
          [
            t('web-channels:topics'),
            channel.topics.length === 0 ? null : channel.topics.map((topic) => topic.name.text).join(' · '),
          ],
          [t('web-channels:note'), channel.note ? <span lang="en">{channel.note}</span> : null],
        ]}
      />
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
      <Section title={t('web-channels:events')}>
        <ul className={css.rows}>
          {channel.events.map((event) => (
            <li key={event.id}>
              <span className={css.when}>
                <KnownDate date={event.date} />
              </span>
              <span>
                <strong>{t(`web-words:event.${event.type}`)}</strong> <Words value={event.text} />
                <Sources sources={event.sources} />
                {event.note ? (
                  <span className={css.line} lang="en">
                    {event.note}
                  </span>
                ) : null}
              </span>
            </li>
          ))}
        </ul>
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
