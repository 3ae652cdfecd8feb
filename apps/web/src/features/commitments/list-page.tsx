import { useTranslation } from 'react-i18next';
import { ExportMenu } from '../../shared/exports/export-menu.js';
import { Filters, FilterSelect, useFilters } from '../../shared/ui/filters.js';
import { Answer, Empty } from '../../shared/ui/states.js';
import { STRENGTHS, useCommitments, useInstruments, useProgress } from './api.js';
import { CommitmentRows } from './commitment-rows.js';
import css from './commitments.module.css';
import { CommitmentsFrame } from './frame.js';
import { STATUSES } from './progress.js';

const FILTERS = ['status', 'strength', 'instrument', 'year', 'topic', 'agreed'] as const;

/** All promises, narrowed by what stands in the address; what is shown can be taken along as a file. */
export function CommitmentListPage() {
  const { t } = useTranslation();
  const { get } = useFilters();
  const query = Object.fromEntries(FILTERS.map((name) => [name, get(name)]));
  const commitments = useCommitments(query);
  const instruments = useInstruments();
  const rows = useProgress().data?.rows ?? [];
  const known = (by: 'year' | 'topic') =>
    rows.flatMap((row) =>
      row.by === by && row.key !== null ? [{ value: row.key, label: row.name?.text ?? row.key }] : [],
    );
  const every = { value: '', label: t('web-shell:all') };
  return (
    <CommitmentsFrame title={t('web-commitments:view.list')}>
      <Filters label={t('web-shell:filter')}>
        <FilterSelect
          name="status"
          label={t('web-commitments:status')}
          options={[
            every,
            ...[...STATUSES].map((status) => ({ value: status, label: t(`web-words:commitment.${status}`) })),
          ]}
        />
        <FilterSelect
          name="agreed"
          label={t('web-commitments:progress.agreed')}
          options={[
            every,
            { value: 'true', label: t('web-commitments:filter.agreed') },
            { value: 'false', label: t('web-commitments:filter.notAgreed') },
          ]}
        />
        <FilterSelect
          name="strength"
          label={t('web-commitments:strength')}
          options={[every, ...STRENGTHS.map((value) => ({ value, label: t(`web-words:strength.${value}`) }))]}
        />
        <FilterSelect
          name="instrument"
          label={t('web-commitments:instrument')}
          options={[every, ...(instruments.data?.items ?? []).map((one) => ({ value: one.id, label: one.name.text }))]}
        />
        <FilterSelect name="year" label={t('web-commitments:progress.head.year')} options={[every, ...known('year')]} />
        <FilterSelect
          name="topic"
          label={t('web-commitments:progress.head.topic')}
          options={[every, ...known('topic')]}
        />
      </Filters>
      <Answer read={commitments} head={false}>
        {({ items }) => (
          <>
            <div className={css.treeHead}>
              <p className={css.count} aria-live="polite">
                {t('web-commitments:count', {
                  count: items.length,
                  agreed: items.filter((item) => item.agreed).length,
                })}
              </p>
              <ExportMenu list="commitments" query={query} />
            </div>
            {items.length === 0 ? <Empty>{t('web-commitments:none')}</Empty> : <CommitmentRows list={items} origin />}
          </>
        )}
      </Answer>
    </CommitmentsFrame>
  );
}
