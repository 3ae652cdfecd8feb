import {
  IconCalendarEvent,
  IconChecklist,
  IconCircleCheck,
  IconClockCheck,
  IconFileText,
  IconPaperclip,
  IconQuote,
  IconTimeline,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ChainLink } from '../../shared/api/types.js';
import { SideName, State } from '../../shared/ui/badges.js';
import { KnownDate } from '../../shared/ui/dates.js';
import { Words } from '../../shared/ui/text.js';
import css from './commitments.module.css';

const ICONS: Record<string, ComponentType<{ size: number; stroke: number; 'aria-hidden': boolean }>> = {
  instrument: IconFileText,
  clause: IconQuote,
  channel: IconTimeline,
  session: IconCalendarEvent,
  channel_session: IconCalendarEvent,
  action: IconChecklist,
  evidence: IconPaperclip,
  confirmation: IconCircleCheck,
  silence: IconClockCheck,
};

/** A promise from the text to its confirmation: text → clause → meetings → actions → evidence → confirmation. */
export function Chain({ links }: { links: ChainLink[] }) {
  const { t } = useTranslation();
  return (
    <ol className={css.chain}>
      {links.map((link, index) => {
        const Icon = ICONS[link.kind] ?? IconFileText;
        const words = <Words value={link.title} />;
        return (
          <li key={`${link.kind}${String(index)}`} data-kind={link.kind}>
            <span className={css.node}>
              <Icon size={18} stroke={1.7} aria-hidden />
            </span>
            <div>
              <span className={css.about}>
                {t(`web-commitments:chain.${link.kind}`)}
                {link.date ? (
                  <>
                    {' · '}
                    <KnownDate date={link.date} />
                  </>
                ) : null}
                {link.side ? (
                  <>
                    {' · '}
                    <SideName side={link.side} />
                  </>
                ) : null}
              </span>
              {link.href ? <Link to={link.href}>{words}</Link> : <span>{words}</span>} <ChainState link={link} />
            </div>
          </li>
        );
      })}
    </ol>
  );
}

/** The state of a link in the words of what it is. */
function ChainState({ link }: { link: ChainLink }) {
  const { t, i18n } = useTranslation();
  if (!link.state) return null;
  if (link.kind === 'action') return <State>{t(`actions:states.${link.state}`)}</State>;
  if (link.kind === 'session' || link.kind === 'channel_session')
    return <State>{t(`web-words:sessionState.${link.state}`)}</State>;
  if (link.kind === 'channel') return <State>{t(`web-words:channelState.${link.state}`)}</State>;
  const key = `web-words:commitment.${link.state}`;
  return i18n.exists(key) ? <State>{t(key)}</State> : null;
}
