import { useTranslation } from 'react-i18next';
import { useZone } from '../../shared/me.js';
import { SideName } from '../../shared/ui/badges.js';
import { KnownDate, Moment } from '../../shared/ui/dates.js';
import { Section } from '../../shared/ui/page.js';
import { Words } from '../../shared/ui/text.js';
import type { HistoryEntry, Issue } from './api.js';
import css from './radio.module.css';

/** What happened: the record in its words, then what people did since. */
export function History({ issue }: { issue: Issue }) {
  const { t } = useTranslation();
  if (issue.history.length === 0) return null;
  return (
    <Section title={t('web-radio:history')}>
      <ol className={css.rows}>
        {issue.history.map((entry, index) => (
          <li key={index}>
            <span className={css.muted}>
              <When entry={entry} />
            </span>
            <span>
              <What entry={entry} />
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function When({ entry }: { entry: HistoryEntry }) {
  const zone = useZone();
  if (entry.at) return <Moment at={entry.at} zone={zone} />;
  return entry.date ? <KnownDate date={entry.date} /> : null;
}

function What({ entry }: { entry: HistoryEntry }) {
  const { t } = useTranslation();
  if (entry.text) return <Words value={entry.text} />;
  if (!entry.kind) return null;
  return (
    <>
      {t(`web-radio:event.${entry.kind}`)}
      {entry.level ? ` · ${t(`web-radio:levels.${entry.level}`)}` : null}{' '}
      {entry.side ? <SideName side={entry.side} /> : null}
    </>
  );
}
