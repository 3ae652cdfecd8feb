import type { Language } from '#core/kernel';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { ProposalCards } from '../../shared/proposals/proposal-panel.js';
import { LANGUAGE_NAMES } from '../../shared/i18n/language.js';
import { useZone } from '../../shared/me.js';
import { ActionButton, allowedIn } from '../../shared/ui/action-button.js';
import { Illustrative, Private, SideName } from '../../shared/ui/badges.js';
import { Day, Moment } from '../../shared/ui/dates.js';
import { Facts, Page, Section } from '../../shared/ui/page.js';
import { Answer } from '../../shared/ui/states.js';
import { TextMarks, Words } from '../../shared/ui/text.js';
import { recordAddress, useRecord, type Related, type SessionRecord } from './api.js';
import { RecordState } from './marks.js';
import { Paragraphs } from './paragraphs.js';
import { PrintLinks } from './print-links.js';
import { RecordProposal } from './record-proposal.js';
import { StatusStrip } from './status-strip.js';
import css from './session-records.module.css';
import { Title, useTitleText } from './title.js';

const FactsForm = lazy(async () => ({ default: (await import('./facts-form.js')).FactsForm }));
const CorrectForm = lazy(async () => ({ default: (await import('./correct-form.js')).CorrectForm }));

/** One text: who agreed to what, paragraph by paragraph in three languages, and what becomes of it. */
export function RecordPage() {
  const { recordId = '' } = useParams();
  const read = useRecord(recordId);
  return <Answer read={read}>{(record) => <Sheet record={record} />}</Answer>;
}

function Sheet({ record }: { record: SessionRecord }) {
  const { t } = useTranslation();
  const titleOf = useTitleText();
  const { session, title } = record;
  const own = record.audience === 'kr' || record.audience === 'jp';
  const printed = titleOf(title, session?.host);
  const body = (
    <>
      <StatusStrip record={record} />
      <Writing record={record} />
      <Paragraphs record={record} />
      <RelatedTexts record={record} />
      <PrintLinks record={record} />
    </>
  );
  return (
    <Page
      title={printed}
      heading={
        <>
          <span lang={title.lang}>{printed}</span> <TextMarks value={title} asked={title.lang} />
        </>
      }
      {...(session
        ? {
            trail: [
              { to: '/sessions', label: t('web-sessions:title') },
              { to: `/sessions/${session.id}`, label: <Words value={session.title} marks={false} /> },
              { to: `/sessions/${session.id}/texts`, label: t('web-session-records:tab') },
            ],
          }
        : {})}
      aside={
        <>
          <RecordState record={record} />
          <Illustrative show={record.illustrative} />
        </>
      }
      meta={
        <>
          <span>{t(`web-session-records:kind.${record.kind}`)}</span>
          {record.corrigendumOf ? <CorrigendumMark record={record} /> : null}
          {record.version > 0 ? (
            <Link to={`${recordAddress(record)}/versions`}>
              {t('web-session-records:versions.of', { n: record.version })}
            </Link>
          ) : null}
        </>
      }
    >
      <ProposalCards
        proposals={record.proposals}
        titleOf={({ kind }) => t(`web-session-records:proposal.${kind.replace('record.', '')}`)}
        render={(proposal) => <RecordProposal proposal={proposal} />}
      />
      {own ? <Private label={t('web-session-records:private')}>{body}</Private> : body}
    </Page>
  );
}

function CorrigendumMark({ record }: { record: SessionRecord }) {
  const { t } = useTranslation();
  if (!record.corrigendumOf) return null;
  const word =
    record.corrigendumNumber === null
      ? t('web-session-records:corrigendum.draft')
      : t('web-session-records:corrigendum.numbered', { n: record.corrigendumNumber });
  return (
    <Link to={recordAddress({ id: record.corrigendumOf.id, sessionId: record.sessionId })}>
      {word}: <Title value={record.corrigendumOf.title} />
    </Link>
  );
}

const names = (languages: readonly Language[]): string => languages.map((lang) => LANGUAGE_NAMES[lang]).join(' · ');

/** What is true of the text as a whole, and the form that changes it. */
function Writing({ record }: { record: SessionRecord }) {
  const { t } = useTranslation();
  const zone = useZone();
  const [mode, setMode] = useState<'read' | 'edit' | 'correct'>('read');
  const { signing } = record;
  return (
    <section>
      <Facts
        rows={[
          [t('web-session-records:field.draftedBy'), <SideName key="side" side={record.side} />],
          [
            t('web-session-records:field.forSignature'),
            t(record.forSignature ? 'web-session-records:signedText' : 'web-session-records:unsignedText'),
          ],
          [
            t('web-session-records:field.authentic'),
            record.authenticLanguages.length > 0 ? names(record.authenticLanguages) : null,
          ],
          [
            t('web-session-records:field.prevailing'),
            record.forSignature
              ? record.prevailingLanguage
                ? LANGUAGE_NAMES[record.prevailingLanguage]
                : t('web-session-records:noPrevailing')
              : null,
          ],
          [
            t('web-session-records:signing.title'),
            signing ? (
              <span key="signing">
                <Day date={signing.on} />
                {signing.place ? ` · ${signing.place}` : null}
                {[signing.kr, signing.jp].map((post) =>
                  post ? (
                    <span key={post.id} className={css.signatory}>
                      <Words value={post.body} marks={false} /> <Words value={post.title} marks={false} />
                    </span>
                  ) : null,
                )}
              </span>
            ) : null,
          ],
          [
            t('web-session-records:release.shownAt'),
            record.shownAt ? <Moment at={record.shownAt} zone={zone} /> : null,
          ],
          [
            t(record.releasedAt ? 'web-session-records:release.released' : 'web-session-records:release.planned'),
            (record.releasedAt ?? record.releaseAt) ? (
              <Moment at={record.releasedAt ?? record.releaseAt ?? ''} zone={zone} />
            ) : null,
          ],
        ]}
      />
      {mode === 'read' ? (
        <div className={`${css.acts} fd-no-print`}>
          <ActionButton
            may={allowedIn(record.allowedActions, 'edit')}
            variant="default"
            size="compact-md"
            onClick={() => setMode('edit')}
          >
            {t('web-session-records:act.facts')}
          </ActionButton>
          <ActionButton
            may={allowedIn(record.allowedActions, 'correct')}
            variant="default"
            size="compact-md"
            onClick={() => setMode('correct')}
          >
            {t('web-session-records:act.correct')}
          </ActionButton>
        </div>
      ) : (
        <section className={css.panel}>
          <h2>{t(mode === 'edit' ? 'web-session-records:act.facts' : 'web-session-records:act.correct')}</h2>
          <Suspense>
            {mode === 'edit' ? (
              <FactsForm record={record} onDone={() => setMode('read')} />
            ) : (
              <CorrectForm record={record} onDone={() => setMode('read')} />
            )}
          </Suspense>
        </section>
      )}
    </section>
  );
}

/** Annexes and corrigenda, each a text of its own. */
function RelatedTexts({ record }: { record: SessionRecord }) {
  const { t } = useTranslation();
  const list = (items: readonly Related[], word: (item: Related, at: number) => string) => (
    <ul className={css.related}>
      {items.map((item, at) => (
        <li key={item.id}>
          {word(item, at)}{' '}
          <Link to={recordAddress({ id: item.id, sessionId: record.sessionId })}>
            <Title value={item.title} />
          </Link>{' '}
          <span className={css.muted}>{t(`web-session-records:state.${item.state}`)}</span>
        </li>
      ))}
    </ul>
  );
  return (
    <>
      {record.annexes.length > 0 ? (
        <Section title={t('web-session-records:kind.annex')}>
          {list(record.annexes, (_, at) => t('web-session-records:annex.numbered', { n: at + 1 }))}
        </Section>
      ) : null}
      {record.corrigenda.length > 0 ? (
        <Section title={t('web-session-records:corrigendum.title')}>
          {list(record.corrigenda, ({ number }) =>
            number === null
              ? t('web-session-records:corrigendum.draft')
              : t('web-session-records:corrigendum.numbered', { n: number }),
          )}
        </Section>
      ) : null}
    </>
  );
}
