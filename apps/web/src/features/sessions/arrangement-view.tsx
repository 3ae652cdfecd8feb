import {
  formatDate,
  formatDateRange,
  formatDateTime,
  formatTimeRange,
  formatZone,
  sameWallClock,
  wallClock,
  zoneName,
} from '#core/i18n';
import { isSide, type Language } from '#core/kernel';
import { useTranslation } from 'react-i18next';
import type { Proposal, SessionDetail, TextView } from '../../shared/api/types.js';
import { useLanguage } from '../../shared/i18n/language.js';
import { useSides } from '../../shared/me.js';
import { SideName } from '../../shared/ui/badges.js';
import { Facts } from '../../shared/ui/page.js';
import { Words } from '../../shared/ui/text.js';
import { CAPITAL_ZONES } from './time-fields.js';

/** When a session is, at the venue and, where clocks differ, at both capitals; whole days as days. */
export function When({
  startDate,
  endDate,
  startsAt,
  endsAt,
  zone,
}: {
  startDate: string;
  endDate: string | null;
  startsAt: string | null;
  endsAt: string | null;
  zone: string;
}) {
  const lang = useLanguage();
  const sides = useSides();
  if (startsAt === null) {
    return (
      <>
        <time dateTime={startDate}>{formatDateRange(startDate, endDate, lang)}</time> {zoneName(zone, lang)}
      </>
    );
  }
  const zones = [zone, ...sides.map((side): string => CAPITAL_ZONES[side])].filter(
    (one, index, all) => all.findIndex((other) => sameWallClock(startsAt, one, other)) === index,
  );
  return (
    <>
      {zones.map((one) => (
        <div key={one}>
          <time dateTime={startsAt}>{spanIn(one, startsAt, endsAt, lang)}</time>
        </div>
      ))}
    </>
  );
}

/** `2027. 3. 11.(목) 10:00~17:00 (KST, UTC+9)`; an end on another day brings its date. */
function spanIn(zone: string, startsAt: string, endsAt: string | null, lang: Language): string {
  if (endsAt === null) return formatDateTime(startsAt, zone, lang);
  const [start, end] = [wallClock(startsAt, zone), wallClock(endsAt, zone)];
  const to = lang === 'en' ? '–' : '~';
  const zoneWords = formatZone(startsAt, zone, lang);
  if (start.offset !== end.offset)
    return `${formatDateTime(startsAt, zone, lang)} ${to} ${formatDateTime(endsAt, zone, lang)}`;
  const day = formatDate(start.date, lang);
  if (start.date === end.date) return `${day} ${formatTimeRange(start.time, end.time, lang)} (${zoneWords})`;
  return `${day} ${start.time} ${to} ${formatDate(end.date, lang)} ${end.time} (${zoneWords})`;
}

/** What a proposal about a session says; an unknown kind shows nothing rather than raw data. */
export function ProposalContent({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation();
  const { content } = proposal;
  const text = (name: string): string | null => (typeof content[name] === 'string' ? content[name] : null);
  const words = (name: string) => {
    const value = content[name];
    return isText(value) ? <Words value={value} /> : null;
  };
  const level = text('level');
  const levelRow = [t('web-sessions:level'), level ? t(`web-words:level.${level}`) : null] as const;
  if (proposal.kind === 'session.level') return <Facts rows={[levelRow]} />;
  const [startDate, zone, host, format] = [text('startDate'), text('zone'), text('hostSide'), text('format')];
  if (startDate === null || zone === null) return null;
  return (
    <Facts
      rows={[
        [
          t('web-sessions:date'),
          <When
            key="when"
            startDate={startDate}
            endDate={text('endDate')}
            startsAt={text('startsAt')}
            endsAt={text('endsAt')}
            zone={zone}
          />,
        ],
        [t('web-sessions:place'), words('place')],
        [t('web-sessions:format'), format ? t(`common:forms.${format}`) : null],
        levelRow,
        [t('web-sessions:host'), isSide(host) ? <SideName side={host} /> : null],
        [
          t('web-sessions:arrangement.sameHost'),
          content['sameHostAgain'] === true ? t('web-sessions:arrangement.yes') : null,
        ],
        [t('web-sessions:arrangement.margins'), words('marginsOfText')],
      ]}
    />
  );
}

function isText(value: unknown): value is TextView {
  return typeof value === 'object' && value !== null && 'text' in value && 'lang' in value && 'status' in value;
}

/** Says in words why a session is off, by whom and since when. */
export function Stopped({ session }: { session: SessionDetail }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const { stopped, zone } = session;
  if (!stopped) return null;
  return (
    <div role="note">
      <p>
        <SideName side={stopped.side} /> {t(`web-sessions:stopped.${session.state}`)}{' '}
        {formatDateTime(stopped.at, zone, lang)}
      </p>
      <p>
        <Words value={stopped.reason} />
      </p>
    </div>
  );
}
