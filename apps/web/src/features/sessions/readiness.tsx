import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { paramsOf } from '../../shared/api/problem.js';
import type { Readiness, SessionDetail } from '../../shared/api/types.js';
import { useErrorText } from '../../shared/i18n/words.js';
import { SideName } from '../../shared/ui/badges.js';
import { Day } from '../../shared/ui/dates.js';
import css from './session-page.module.css';

/** What is open before the next state: the words, who has to act, by when. One object on the page and on the printed sheet. */
export function ReadinessBox({ session }: { session: SessionDetail }) {
  const { t } = useTranslation();
  const closing = session.state === 'held';
  const open = closing ? session.closing : session.readiness;
  const done = t(closing ? 'web-sessions:readiness.closable' : 'web-sessions:readiness.ready');
  return (
    <div className={css.ready} data-ready={open.ready || undefined}>
      <p>{open.ready ? done : t('web-sessions:readiness.open', { count: open.blocks.length })}</p>
      {open.ready ? null : <Counts readiness={open} />}
      <ul className={css.checks}>
        {open.blocks.map((block) => (
          <Block key={`${block.code}${JSON.stringify(block.params)}`} block={block} />
        ))}
        {session.interpretationConfirmed ? (
          <li>
            <IconCircleCheck size={18} color="var(--fd-green)" aria-hidden />
            {t('web-sessions:readiness.interpretation')}
          </li>
        ) : null}
      </ul>
    </div>
  );
}

function Counts({ readiness }: { readiness: Readiness }) {
  const { t } = useTranslation();
  return (
    <p className={`${css.note} ${css.counts}`}>
      {readiness.counts.map(({ side, open }) => (
        <span key={side} className={css.pairOf}>
          <SideName side={side} /> {t('web-sessions:readiness.count', { count: open })}
        </span>
      ))}
    </p>
  );
}

function Block({ block }: { block: Readiness['blocks'][number] }) {
  const { t } = useTranslation();
  const textOf = useErrorText();
  return (
    <li>
      <IconAlertTriangle size={18} color="var(--fd-amber)" aria-hidden />
      <span>
        {textOf(block.code, paramsOf(block.params))}{' '}
        <span className={css.note}>
          {block.sides.map((side) => (
            <span key={side}>
              <SideName side={side} />{' '}
            </span>
          ))}
          {block.due ? (
            <>
              {t('web-sessions:readiness.due')} <Day date={block.due} />
            </>
          ) : null}
        </span>
      </span>
    </li>
  );
}
