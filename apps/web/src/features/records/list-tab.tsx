import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useRead } from '../../shared/api/hooks.js';
import type { ConflictView, List, SourceRef } from '../../shared/api/types.js';
import { Conflicts, SourceList } from '../../shared/ui/sources.js';
import { Answer, Empty, Fault } from '../../shared/ui/states.js';
import { Problem } from '../../shared/api/problem.js';
import { RecordRows, type RecordRow } from './record-rows.js';
import { KINDS } from './records-page.js';
import css from './records.module.css';

/** One of the other registers, by its address. */
export function ListTab() {
  const { kind = '' } = useParams();
  const known = KINDS.find((name) => name === kind);
  if (!known) return <Fault problem={new Problem(404, {})} />;
  if (known === 'conflicts') return <ConflictList />;
  if (known === 'sources') return <Bibliography />;
  return <Register kind={known} key={known} />;
}

function Register({ kind }: { kind: 'exhibitions' | 'exchange-programmes' | 'context-events' }) {
  const { t } = useTranslation();
  const rows = useRead<List<RecordRow>>(`/${kind}`);
  return (
    <>
      <p className={css.muted}>{t(`web-records:lead.${kind}`)}</p>
      <Answer read={rows} head={false}>
        {({ items }) => (items.length === 0 ? <Empty /> : <RecordRows rows={items} />)}
      </Answer>
    </>
  );
}

function ConflictList() {
  const { t } = useTranslation();
  const conflicts = useRead<List<ConflictView>>('/conflicts');
  return (
    <>
      <p className={css.muted}>{t('web-records:lead.conflicts')}</p>
      <Answer read={conflicts} head={false}>
        {({ items }) => <Conflicts conflicts={items} />}
      </Answer>
    </>
  );
}

function Bibliography() {
  const { t } = useTranslation();
  const sources = useRead<List<SourceRef>>('/sources', { limit: '200' });
  return (
    <>
      <p className={css.muted}>{t('web-records:lead.sources')}</p>
      <Answer read={sources} head={false}>
        {({ items }) => <SourceList sources={items} />}
      </Answer>
    </>
  );
}
