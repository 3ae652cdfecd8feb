import { useTranslation } from 'react-i18next';
import { Link, useOutletContext } from 'react-router';
import { hasStatus } from '../../shared/api/problem.js';
import type { AgendaVersion, SessionDetail } from '../../shared/api/types.js';
import { useFilters } from '../../shared/ui/filters.js';
import { Section } from '../../shared/ui/page.js';
import { Answer, Empty } from '../../shared/ui/states.js';
import { NOW, useVersions } from './api.js';
import { CompareForm } from './compare-form.js';
import { DiffView } from './diff-view.js';
import { VersionList } from './version-list.js';

/** The versions of an agenda, who signed which, and what changed between any two of them. */
export function VersionsTab() {
  const { t } = useTranslation();
  const session = useOutletContext<SessionDetail>();
  const versions = useVersions(session.id);
  const back = <Link to={`/sessions/${session.id}/agenda`}>{t('web-agenda-versions:back')}</Link>;
  if (hasStatus(versions.error, 404)) return <Empty>{t('web-agenda-versions:none')}</Empty>;
  return (
    <Answer read={versions} head={false} rows={4}>
      {({ items }) => (
        <>
          <Section title={t('web-agenda:versions.title')} aside={<span className="fd-no-print">{back}</span>}>
            {items.length === 0 ? (
              <Empty>{t('web-agenda-versions:none')}</Empty>
            ) : (
              <VersionList versions={items} session={session} />
            )}
          </Section>
          {items[0] ? <Comparison versions={items} newest={items[0]} session={session} /> : null}
        </>
      )}
    </Answer>
  );
}

/** Which two are compared stands in the address; unless it is said, the latest step of the negotiation. */
function Comparison({
  versions,
  newest,
  session,
}: {
  versions: AgendaVersion[];
  newest: AgendaVersion;
  session: SessionDetail;
}) {
  const { t } = useTranslation();
  const { get } = useFilters();
  const before = versions[1];
  const chosen = { from: get('from') || (before ?? newest).id, to: get('to') || (before ? newest.id : NOW) };
  return (
    <Section title={t('web-agenda-versions:compare.title')} id="compare">
      <CompareForm versions={versions} from={chosen.from} to={chosen.to} />
      <DiffView sessionId={session.id} from={chosen.from} to={chosen.to} />
    </Section>
  );
}
