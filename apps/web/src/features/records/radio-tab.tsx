import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRead } from '../../shared/api/hooks.js';
import type { List } from '../../shared/api/types.js';
import { Illustrative, State } from '../../shared/ui/badges.js';
import { DataTable } from '../../shared/ui/data-table.js';
import { Answer, Empty } from '../../shared/ui/states.js';
import { Words } from '../../shared/ui/text.js';
import { Bands } from './bands.js';
import { Spectrum } from './spectrum.js';
import type { RadioIssue } from '../../shared/api/types.js';

/** The radio register: the bands as a picture, then every issue as a row. */
export function RadioTab() {
  const { t } = useTranslation();
  const issues = useRead<List<RadioIssue>>('/radio-issues');
  return (
    <Answer read={issues} head={false}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty />
        ) : (
          <>
            <Spectrum issues={items} />
            <DataTable
              label={t('web-records:kind.radio')}
              rows={items}
              idOf={(row) => row.id}
              columns={[
                {
                  key: 'title',
                  label: t('web-records:issue'),
                  main: true,
                  width: '38%',
                  cell: (row) => (
                    <>
                      <Link to={`/records/radio/${row.id}`}>
                        <Words value={row.title} />
                      </Link>{' '}
                      <Illustrative show={row.illustrative} />
                    </>
                  ),
                },
                { key: 'bands', label: t('web-records:bands'), cell: (row) => <Bands bands={row.bands} /> },
                {
                  key: 'services',
                  label: t('web-records:services'),
                  cell: (row) => row.services.map((service) => t(`terms:svc.${service}`)).join(' · '),
                },
                {
                  key: 'status',
                  label: t('web-records:status'),
                  cell: (row) => (
                    <State tone={row.status === 'resolved' || row.status === 'mitigated' ? 'done' : 'plain'}>
                      {t(`web-words:radioState.${row.status}`)}
                    </State>
                  ),
                },
              ]}
            />
          </>
        )
      }
    </Answer>
  );
}
