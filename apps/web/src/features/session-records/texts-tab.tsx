import { IconPlus } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useOutletContext } from 'react-router';
import type { SessionDetail } from '../../shared/api/types.js';
import { useLanguage } from '../../shared/i18n/language.js';
import { useZone } from '../../shared/me.js';
import { ActionButton, allowedIn } from '../../shared/ui/action-button.js';
import { Illustrative, Private } from '../../shared/ui/badges.js';
import { Moment } from '../../shared/ui/dates.js';
import { Keys } from '../../shared/ui/keys.js';
import { Answer, Empty } from '../../shared/ui/states.js';
import { TextMarks } from '../../shared/ui/text.js';
import { recordAddress, useRecords, type RecordList, type RecordSummary } from './api.js';
import { Clearances, OpenCounts, RecordState, SIGN_OFF } from './marks.js';
import css from './session-records.module.css';
import { Title } from './title.js';

const DraftForm = lazy(async () => ({ default: (await import('./draft-form.js')).DraftForm }));

/** The texts that come out of a session: minutes, statements, releases. */
export function TextsTab() {
  const session = useOutletContext<SessionDetail>();
  const read = useRecords(session.id);
  return (
    <Answer read={read} head={false} rows={3}>
      {(list) => <Texts list={list} session={session} />}
    </Answer>
  );
}

function Texts({ list, session }: { list: RecordList; session: SessionDetail }) {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  return (
    <>
      <div className={`${css.bar} fd-no-print`}>
        {adding ? null : (
          <ActionButton
            may={allowedIn(list.allowedActions, 'draft')}
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() => setAdding(true)}
          >
            {t('web-session-records:draft.start')}
          </ActionButton>
        )}
      </div>
      {adding ? (
        <section className={css.panel}>
          <h2>{t('web-session-records:draft.start')}</h2>
          <Suspense>
            <DraftForm sessionId={list.sessionId} records={list.items} onDone={() => setAdding(false)} />
          </Suspense>
        </section>
      ) : null}
      {list.items.length === 0 && !adding ? <Empty>{t('web-session-records:none')}</Empty> : null}
      <ul className={css.list}>
        {list.items.map((record) => (
          <li key={record.id} className={css.row}>
            {record.audience === 'kr' || record.audience === 'jp' ? (
              <Private>
                <Row record={record} session={session} />
              </Private>
            ) : (
              <Row record={record} session={session} />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Row({ record, session }: { record: RecordSummary; session: SessionDetail }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const zone = useZone();
  const { title } = record;
  return (
    <div className={css.item} data-withdrawn={record.state === 'withdrawn' || undefined}>
      <p className={css.kind}>
        {t(`web-session-records:kind.${record.kind}`)}
        {record.corrigendumOf ? (
          <span>
            {' · '}
            {record.corrigendumNumber === null
              ? t('web-session-records:corrigendum.draft')
              : t('web-session-records:corrigendum.numbered', { n: record.corrigendumNumber })}
          </span>
        ) : null}
      </p>
      <h3 className={css.title}>
        <Link to={recordAddress(record)}>
          <Title value={title} host={session.host} />
        </Link>{' '}
        <TextMarks value={title} asked={lang} />
      </h3>
      <p className={css.meta}>
        <RecordState record={record} />
        {record.readyToSign ? <span className={css.ready}>{t('web-session-records:readyToSign')}</span> : null}
        <OpenCounts record={record} />
        <Illustrative show={record.illustrative} />
      </p>
      {record.audience === 'joint' && record.state !== 'withdrawn' ? (
        <div className={css.meta}>
          {record.keys.length > 0 ? <Keys keys={record.keys} wording={SIGN_OFF} /> : null}
          <Clearances clearances={record.clearances} />
        </div>
      ) : null}
      {record.releaseAt && !record.releasedAt ? (
        <p className={css.meta}>
          {t('web-session-records:release.planned')} <Moment at={record.releaseAt} zone={zone} />
        </p>
      ) : null}
    </div>
  );
}
