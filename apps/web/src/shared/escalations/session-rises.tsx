import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRead } from '../api/hooks.js';
import type { components } from '../api/schema.js';
import { SideName, State } from '../ui/badges.js';
import { Section } from '../ui/page.js';
import { Words } from '../ui/text.js';
import css from './session-rises.module.css';

type Schemas = components['schemas'];
type Rise = Schemas['EscalationSummaryView'];

/**
 * What rose to a session, what was settled there and what is ready to be signed. A ministers' session always shows it, others when there
 * is something.
 */
export function SessionRises({ sessionId, always }: { sessionId: string; always: boolean }) {
  const { t } = useTranslation();
  const { data } = useRead<Schemas['SessionEscalationsView']>(`/sessions/${sessionId}/escalations`);
  if (!data) return null;
  const { rose, settled, sentBack, readyToSign } = data;
  if (!always && rose.length + settled.length + sentBack.length + readyToSign.length === 0) return null;
  return (
    <Section title={t('web-escalations:block.title')}>
      <div className={css.columns}>
        <Column title={t('web-escalations:block.rose')} count={rose.length}>
          {rose.map((rise) => (
            <RiseLine key={rise.id} rise={rise} />
          ))}
        </Column>
        <Column title={t('web-escalations:block.settled')} count={settled.length}>
          {settled.map((rise) => (
            <RiseLine key={rise.id} rise={rise} />
          ))}
        </Column>
        <Column title={t('web-escalations:block.readyToSign')} count={readyToSign.length}>
          {readyToSign.map((record) => (
            <li key={record.id}>
              <Link to={record.path}>
                <Words value={record.title} />
              </Link>
            </li>
          ))}
        </Column>
        {sentBack.length > 0 ? (
          <Column title={t('web-escalations:block.sentBack')} count={sentBack.length}>
            {sentBack.map((rise) => (
              <RiseLine key={rise.id} rise={rise} />
            ))}
          </Column>
        ) : null}
      </div>
    </Section>
  );
}

function Column({ title, count, children }: { title: string; count: number; children: React.ReactNode }) {
  const { t } = useTranslation();
  return (
    <section className={css.column}>
      <h3>
        {title} <span className={css.count}>{count}</span>
      </h3>
      {count === 0 ? <p className={css.muted}>{t('web-escalations:block.nothing')}</p> : <ul>{children}</ul>}
    </section>
  );
}

function RiseLine({ rise }: { rise: Rise }) {
  const { t } = useTranslation();
  return (
    <li>
      <Link to={`/escalations/${rise.id}`}>
        <Words value={rise.title} />
      </Link>
      <p className={css.meta}>
        <SideName side={rise.side} />
        {rise.from ? (
          <span className={css.muted}>
            {t('web-escalations:block.from')} <Words value={rise.from.name} marks={false} />
          </span>
        ) : null}
        {rise.state === 'settled' ? null : (
          <State tone={rise.state === 'accepted' ? 'accent' : rise.state === 'raised' ? 'open' : 'plain'}>
            {t(`web-escalations:states.${rise.state}`)}
          </State>
        )}
      </p>
      {rise.outcome ? (
        <p className={css.outcome}>
          <Words value={rise.outcome} />
        </p>
      ) : null}
    </li>
  );
}
