import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useRead } from '../../shared/api/hooks.js';
import { useSides } from '../../shared/me.js';
import { Illustrative, SideName, State } from '../../shared/ui/badges.js';
import { AsOf, KnownDate } from '../../shared/ui/dates.js';
import { Facts, Section } from '../../shared/ui/page.js';
import { SourceList } from '../../shared/ui/sources.js';
import { Answer } from '../../shared/ui/states.js';
import { Words } from '../../shared/ui/text.js';
import { Bands } from './bands.js';
import css from './records.module.css';
import type { RadioIssueDetail } from '../../shared/api/types.js';

export function RadioIssueTab() {
  const { id = '' } = useParams();
  const issue = useRead<RadioIssueDetail>(`/radio-issues/${id}`);
  return <Answer read={issue}>{(data) => <Issue issue={data} />}</Answer>;
}

function Issue({ issue }: { issue: RadioIssueDetail }) {
  const { t } = useTranslation();
  const sides = useSides();
  const positions = { kr: issue.positionKr, jp: issue.positionJp };
  return (
    <>
      <h2 className={css.issue}>
        <Words value={issue.title} /> <State>{t(`web-words:radioState.${issue.status}`)}</State>{' '}
        <Illustrative show={issue.illustrative} />
      </h2>
      <Facts
        rows={[
          [t('web-records:bands'), <Bands key="bands" bands={issue.bands} />],
          [t('web-records:services'), issue.services.map((service) => t(`terms:svc.${service}`)).join(' · ')],
          [t('web-records:regions'), issue.regions ? <Words value={issue.regions} /> : null],
          [t('web-records:stations'), issue.stations ? <Words value={issue.stations} /> : null],
          [t('web-records:season'), issue.season ? <span lang="en">{issue.season}</span> : null],
          [t('web-records:statusAsOf'), issue.statusAsOf ? <AsOf text={issue.statusAsOf} /> : null],
        ]}
      />
      <Section title={t('web-records:positions')}>
        <div className={css.positions}>
          {sides.map((side) => {
            const position = positions[side];
            return (
              <section key={side}>
                <h3>
                  <SideName side={side} />
                </h3>
                {position ? (
                  <p>
                    <Words value={position} />
                  </p>
                ) : (
                  <p className={css.muted}>{t('web-records:noPosition')}</p>
                )}
              </section>
            );
          })}
        </div>
      </Section>
      {issue.history.length > 0 ? (
        <Section title={t('web-records:history')}>
          <ul className={css.rows}>
            {issue.history.map((entry) => (
              <li key={entry.text.text}>
                <span className={css.muted}>{entry.date ? <KnownDate date={entry.date} /> : null}</span>
                <span>
                  <Words value={entry.text} />
                </span>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {issue.overlaps.length > 0 ? (
        <Section title={t('web-records:overlaps')}>
          <ul>
            {issue.overlaps.map((other) => (
              <li key={other.id}>
                <Link to={`/records/radio/${other.id}`}>
                  <Words value={other.title} />
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {issue.sources.length > 0 ? (
        <Section title={t('web-words:sources.title')}>
          <SourceList sources={issue.sources} />
        </Section>
      ) : null}
    </>
  );
}
