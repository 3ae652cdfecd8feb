import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { InstrumentSummary } from '../../shared/api/types.js';
import { Illustrative } from '../../shared/ui/badges.js';
import { KnownDate } from '../../shared/ui/dates.js';
import { Filters, FilterSelect, useFilters } from '../../shared/ui/filters.js';
import { Page, Section } from '../../shared/ui/page.js';
import { Answer, Empty } from '../../shared/ui/states.js';
import { Words } from '../../shared/ui/text.js';
import { useCommitments, useInstruments } from './api.js';
import css from './commitments.module.css';
import { CommitmentRows } from './commitment-rows.js';
import { Progress, STATUSES } from './progress.js';

/** The texts that bind the two sides, and every promise in them or made at a meeting. */
export function CommitmentsPage() {
  const { t } = useTranslation();
  const { get } = useFilters();
  const instruments = useInstruments();
  const commitments = useCommitments({ instrument: get('instrument'), status: get('status'), topic: get('topic') });
  return (
    <Page title={t('web-commitments:title')}>
      <Section title={t('web-commitments:instruments')}>
        <Answer read={instruments} head={false} rows={4}>
          {({ items }) => (
            <ul className={css.cards}>
              {items.map((instrument) => (
                <InstrumentCard key={instrument.id} instrument={instrument} />
              ))}
            </ul>
          )}
        </Answer>
      </Section>
      <Section title={t('web-commitments:all')}>
        <Filters label={t('web-shell:filter')}>
          <FilterSelect
            name="status"
            label={t('web-commitments:status')}
            options={[
              { value: '', label: t('web-shell:all') },
              ...[...STATUSES].map((status) => ({ value: status, label: t(`web-words:commitment.${status}`) })),
            ]}
          />
          <FilterSelect
            name="instrument"
            label={t('web-commitments:instrument')}
            options={[
              { value: '', label: t('web-shell:all') },
              ...(instruments.data?.items ?? []).map((one) => ({ value: one.id, label: one.name.text })),
            ]}
          />
        </Filters>
        <Answer read={commitments} head={false}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty>{t('web-commitments:none')}</Empty>
            ) : (
              <>
                <p className={css.count} aria-live="polite">
                  {t('web-commitments:count', {
                    count: items.length,
                    agreed: items.filter((item) => item.agreed).length,
                  })}
                </p>
                <CommitmentRows list={items} origin />
              </>
            )
          }
        </Answer>
      </Section>
    </Page>
  );
}

function InstrumentCard({ instrument }: { instrument: InstrumentSummary }) {
  const { t } = useTranslation();
  return (
    <li>
      <Link to={`/instruments/${instrument.id}`} className={css.cardName}>
        <Words value={instrument.name} />
      </Link>
      <p className={css.about}>
        <KnownDate date={instrument.date} />
        {' · '}
        {t(`web-words:instrumentKind.${instrument.kind}`)}
        {' · '}
        {t(`web-words:legal.${instrument.legal}`)} <Illustrative show={instrument.illustrative} />
      </p>
      <Progress counts={instrument.counts} />
    </li>
  );
}
