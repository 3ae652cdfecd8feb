import { useTranslation } from 'react-i18next';
import { Link, useOutletContext } from 'react-router';
import { useRead } from '../../shared/api/hooks.js';
import type { AgendaVersion, Key, List, SessionDetail, Side } from '../../shared/api/types.js';
import { useSides } from '../../shared/me.js';
import { State } from '../../shared/ui/badges.js';
import { DataTable } from '../../shared/ui/data-table.js';
import { Moment } from '../../shared/ui/dates.js';
import { Keys } from '../../shared/ui/keys.js';
import { Section } from '../../shared/ui/page.js';
import { Answer, Empty } from '../../shared/ui/states.js';

/** The keys that were turned on this version and have not been cleared since, in the reader's order. */
const keysOf = (version: AgendaVersion, sides: readonly Side[]): Key[] =>
  sides.map((side) => {
    const signature = version.signatures.find((entry) => entry.side === side && !entry.cleared);
    return { side, turned: signature !== undefined, post: null, at: signature?.at ?? null };
  });

/** The versions of an agenda: numbered, hashed, never changed. */
export function VersionsTab() {
  const { t } = useTranslation();
  const session = useOutletContext<SessionDetail>();
  const sides = useSides(session.host);
  const versions = useRead<List<AgendaVersion>>(`/sessions/${session.id}/agenda/versions`);
  return (
    <Section
      title={t('web-agenda:versions.title')}
      aside={<Link to={`/sessions/${session.id}/agenda`}>{t('web-agenda:versions.back')}</Link>}
    >
      <Answer read={versions} head={false} rows={3}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>{t('web-agenda:versions.none')}</Empty>
          ) : (
            <DataTable
              label={t('web-agenda:versions.title')}
              rows={items}
              idOf={(row) => String(row.version)}
              columns={[
                {
                  key: 'version',
                  label: t('web-agenda:versions.number'),
                  main: true,
                  cell: (row) => t('web-agenda:version', { n: row.version }),
                },
                {
                  key: 'at',
                  label: t('web-agenda:versions.at'),
                  cell: (row) => <Moment at={row.createdAt} zone={session.zone} />,
                },
                {
                  key: 'keys',
                  label: t('web-agenda:keys.title'),
                  cell: (row) => <Keys keys={keysOf(row, sides)} />,
                },
                {
                  key: 'agreed',
                  label: t('web-sessions:state'),
                  cell: (row) => (row.agreed ? <State tone="done">{t('web-agenda:state.agreed')}</State> : null),
                },
                {
                  key: 'hash',
                  label: t('web-agenda:hash'),
                  cell: (row) => <code title={row.hash}>{row.hash.slice(0, 16)}</code>,
                },
              ]}
            />
          )
        }
      </Answer>
    </Section>
  );
}
