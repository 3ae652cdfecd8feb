import { IconAntenna, IconArrowBackUp, IconChecklist, IconFileCertificate } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AgendaFollowUp, AgendaItem, AgendaLink } from '../../shared/api/types.js';
import { SideName, State } from '../../shared/ui/badges.js';
import { Day } from '../../shared/ui/dates.js';
import { Words } from '../../shared/ui/text.js';
import css from './agenda.module.css';
import facts from './item-facts.module.css';

/** Who leads, what for, who proposed it, and where it comes from. */
export function ItemFacts({ item }: { item: AgendaItem }) {
  const { t } = useTranslation();
  const { carriedFrom } = item;
  return (
    <>
      <p className={css.meta}>
        {item.objective ? <span className={facts.objective}>{t(`web-agenda:objective.${item.objective}`)}</span> : null}
        {item.lead ? (
          <span>
            <span className={css.label}>{t('web-agenda:lead')}</span> <SideName side={item.lead} suffix={false} />
          </span>
        ) : null}
        {item.standing ? null : (
          <span>
            <span className={css.label}>{t('web-agenda:proposer')}</span>{' '}
            <SideName side={item.proposer} suffix={false} />
          </span>
        )}
      </p>
      {carriedFrom ? (
        <p className={facts.carried}>
          <IconArrowBackUp size={16} aria-hidden /> {t('web-agenda:carried.from')}{' '}
          <Link to={`/sessions/${carriedFrom.sessionId}/agenda#item-${carriedFrom.itemId}`}>
            {carriedFrom.sessionTitle ? (
              <Words value={carriedFrom.sessionTitle} marks={false} />
            ) : (
              t('web-agenda:carried.earlier')
            )}
          </Link>
        </p>
      ) : null}
    </>
  );
}

const ICONS = { commitment: IconFileCertificate, radio_issue: IconAntenna, action_item: IconChecklist } as const;

/** The word of a state, each kind with its own list. */
export function useLinkState(): (link: AgendaLink) => string | null {
  const { t } = useTranslation();
  return ({ kind, state }) => {
    if (state === null) return null;
    if (kind === 'action_item') return t(`actions:states.${state}`);
    return kind === 'commitment' ? t(`web-words:commitment.${state}`) : t(`web-words:radioState.${state}`);
  };
}

/** What the item is about: commitments, radio matters and actions, as they stand today. */
export function ItemLinks({ links }: { links: readonly AgendaLink[] }) {
  const { t } = useTranslation();
  const stateOf = useLinkState();
  if (links.length === 0) return null;
  return (
    <ul className={facts.links} aria-label={t('web-agenda:links.title')}>
      {links.map((link) => {
        const Icon = ICONS[link.kind];
        const state = stateOf(link);
        return (
          <li key={`${link.kind} ${link.id}`}>
            <Icon size={17} stroke={1.6} aria-hidden />
            <span>
              <span className="fd-hidden">{t(`web-agenda:links.kind.${link.kind}`)} </span>
              <Link to={link.path}>
                <Words value={link.title} />
              </Link>{' '}
              {state ? <span className={facts.state}>{state}</span> : null}{' '}
              {link.due ? <DueOn date={link.due} /> : null}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function DueOn({ date, overdue = false }: { date: string; overdue?: boolean }) {
  const { t } = useTranslation();
  return (
    <span className={facts.due} data-overdue={overdue || undefined}>
      {overdue ? `${t('common:badges.overdue')} ` : `${t('web-agenda:links.due')} `}
      <Day date={date} />
    </span>
  );
}

/** Beyond so many the rest is folded. */
const SHOWN = 6;

/** The open actions of the channel under the standing item, live. */
export function FollowUps({ matters }: { matters: readonly AgendaFollowUp[] }) {
  const { t } = useTranslation();
  if (matters.length === 0) return null;
  const late = matters.filter(({ overdue }) => overdue).length;
  const rest = matters.slice(SHOWN);
  return (
    <div className={facts.followUps}>
      <p className={facts.followUpsHead}>
        {t('web-agenda:followUps.title', { count: matters.length })}
        {late > 0 ? <State tone="amber">{t('web-agenda:followUps.late', { count: late })}</State> : null}
      </p>
      <Matters matters={matters.slice(0, SHOWN)} />
      {rest.length > 0 ? (
        <details>
          <summary>{t('web-agenda:followUps.more', { count: rest.length })}</summary>
          <Matters matters={rest} />
        </details>
      ) : null}
    </div>
  );
}

export function Matters({ matters }: { matters: readonly AgendaFollowUp[] }) {
  const { t } = useTranslation();
  const stateOf = useLinkState();
  return (
    <ul className={facts.matters}>
      {matters.map((matter) => (
        <li key={matter.id}>
          <Link to={matter.path}>
            <Words value={matter.title} />
          </Link>
          <span className={facts.about}>
            <SideName side={matter.side} suffix={false} />
            <span className={facts.state}>{stateOf(matter)}</span>
            {matter.risen ? <State tone="amber">{t('web-agenda:followUps.risen')}</State> : null}
            {matter.due ? <DueOn date={matter.due} overdue={matter.overdue} /> : null}
          </span>
        </li>
      ))}
    </ul>
  );
}
