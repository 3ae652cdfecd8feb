import { useTranslation } from 'react-i18next';
import { SideName } from '../../shared/ui/badges.js';
import { Words } from '../../shared/ui/text.js';
import type { CommitmentSide } from './api.js';
import css from './commitments.module.css';

/** What has happened on each side, the reader's own first. Compact leaves out a side of which nothing is told. */
export function Sides({ sides, compact = false }: { sides: CommitmentSide[]; compact?: boolean }) {
  const shown = compact ? sides.filter(isTold) : sides;
  if (shown.length === 0) return null;
  return (
    <dl className={css.sides} data-compact={compact || undefined}>
      {shown.map((side) => (
        <div key={side.side}>
          <dt>
            <SideName side={side.side} />
          </dt>
          <dd>
            <Told side={side} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

const isTold = (side: CommitmentSide): boolean =>
  side.acts || side.evidence + side.actionsOpen + side.actionsReported + side.actionsConfirmed > 0;

function Told({ side }: { side: CommitmentSide }) {
  const { t } = useTranslation();
  const counts = [
    ['actionsOpen', side.actionsOpen],
    ['actionsOverdue', side.actionsOverdue],
    ['actionsReported', side.actionsReported],
    ['actionsConfirmed', side.actionsConfirmed],
    ['evidenceGiven', side.evidence],
  ] as const;
  if (!isTold(side)) return <span className={css.quiet}>{t('web-commitments:sides.nothing')}</span>;
  return (
    <ul className={css.told}>
      {side.acts ? (
        <li>
          {t('web-commitments:sides.acts')}
          {side.post ? (
            <>
              {': '}
              <Words value={side.post.title} marks={false} />
            </>
          ) : null}
        </li>
      ) : null}
      {counts.map(([key, count]) =>
        count > 0 ? <li key={key}>{t(`web-commitments:sides.${key}`, { count })}</li> : null,
      )}
    </ul>
  );
}
