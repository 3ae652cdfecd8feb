import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { CommitmentSummary, InstrumentDetail, Topic } from '../../shared/api/types.js';
import { LANGUAGE_NAMES } from '../../shared/i18n/language.js';
import { ProposalPanel } from '../../shared/proposals/proposal-panel.js';
import { Illustrative, Private, SideName, State } from '../../shared/ui/badges.js';
import { KnownDate } from '../../shared/ui/dates.js';
import { Facts, Page, Section } from '../../shared/ui/page.js';
import { Conflicts, SourceList } from '../../shared/ui/sources.js';
import { Answer, Empty } from '../../shared/ui/states.js';
import { Words } from '../../shared/ui/text.js';
import { useInstrument } from './api.js';
import { ArrangementCheck } from './arrangement-check.js';
import { CommitmentRows } from './commitment-rows.js';
import css from './commitments.module.css';
import { DraftActs } from './draft-acts.js';
import { DraftClauses } from './draft-clauses.js';
import { countsOf, Progress } from './progress.js';

export function InstrumentPage() {
  const { id = '' } = useParams();
  const instrument = useInstrument(id);
  return <Answer read={instrument}>{(data) => <Instrument instrument={data} />}</Answer>;
}

function Instrument({ instrument }: { instrument: InstrumentDetail }) {
  const { t } = useTranslation();
  const draft = instrument.state === 'draft';
  const editable = instrument.allowedActions.some(({ action, allowed }) => action === 'edit' && allowed);
  const body = (
    <>
      {instrument.state === 'proposed' ? (
        <ProposalPanel
          subjectType="instrument"
          subjectId={instrument.id}
          titleOf={() => t('web-commitments:proposal.record')}
          render={() => <p>{t('web-commitments:proposal.recordHint')}</p>}
        />
      ) : null}
      <InstrumentFacts instrument={instrument} />
      <DraftActs instrument={instrument} />
      {editable ? <DraftClauses instrument={instrument} /> : <Clauses instrument={instrument} />}
      <ArrangementCheck instrument={instrument} />
      {instrument.conflicts.length > 0 ? (
        <Section title={t('web-words:conflict.title')}>
          <Conflicts conflicts={instrument.conflicts} />
        </Section>
      ) : null}
      {instrument.sources.length > 0 ? (
        <Section title={t('web-words:sources.title')}>
          <SourceList sources={instrument.sources} />
        </Section>
      ) : null}
    </>
  );
  return (
    <Page
      title={instrument.name.text}
      heading={<Words value={instrument.name} />}
      trail={[{ to: '/commitments', label: t('web-commitments:title') }]}
      aside={
        <>
          {instrument.state === 'recorded' ? null : (
            <State tone="open">{t(`web-commitments:state.${instrument.state}`)}</State>
          )}
          <State>{t(`web-words:instrumentKind.${instrument.kind}`)}</State>
          <Illustrative show={instrument.illustrative} />
        </>
      }
      meta={
        <>
          {instrument.code ? <span className={css.headCode}>{instrument.code}</span> : null}
          <KnownDate date={instrument.date} />
          {instrument.place ? <Words value={instrument.place} /> : null}
        </>
      }
    >
      {draft ? <Private>{body}</Private> : body}
    </Page>
  );
}

function InstrumentFacts({ instrument }: { instrument: InstrumentDetail }) {
  const { t } = useTranslation();
  const { session, signatories, copyLanguages, textAvailable } = instrument;
  return (
    <Facts
      rows={[
        [t('web-commitments:legal'), t(`web-words:legal.${instrument.legal}`)],
        [
          t('web-commitments:session'),
          session ? (
            <Link to={`/sessions/${session.id}`}>
              <Words value={session.name} />
            </Link>
          ) : null,
        ],
        [
          t('web-commitments:signatories'),
          signatories.length > 0 ? (
            <ul className={css.plain}>
              {signatories.map((post) => (
                <li key={post.id}>
                  <Words value={post.body} marks={false} /> <Words value={post.title} marks={false} />
                </li>
              ))}
            </ul>
          ) : null,
        ],
        [
          t('web-commitments:copies'),
          copyLanguages.length > 0
            ? copyLanguages.map((lang) => (
                <span key={lang} lang={lang} className={css.copy}>
                  {LANGUAGE_NAMES[lang]}
                </span>
              ))
            : null,
        ],
        [
          t('web-commitments:text'),
          textAvailable === null ? null : t(textAvailable ? 'web-commitments:textHere' : 'web-commitments:textNotHere'),
        ],
        [
          t('web-commitments:draftedBy'),
          instrument.originSide && instrument.state !== 'recorded' ? (
            <SideName key="side" side={instrument.originSide} />
          ) : null,
        ],
        [t('web-commitments:note'), instrument.note ? <span lang="en">{instrument.note}</span> : null],
      ]}
    />
  );
}

function Clauses({ instrument }: { instrument: InstrumentDetail }) {
  const { t } = useTranslation();
  const general = instrument.commitments.filter((commitment) => commitment.area === null);
  return (
    <Section title={t('web-commitments:clauses')}>
      {instrument.commitments.length === 0 ? (
        <Empty>{t('web-commitments:none')}</Empty>
      ) : instrument.state === 'recorded' ? (
        <Progress counts={countsOf(instrument.commitments)} />
      ) : null}
      {general.length > 0 ? <CommitmentRows list={general} /> : null}
      {instrument.areas.map((area, index) => (
        <Area
          key={area.id}
          area={area}
          number={index + 1}
          list={instrument.commitments.filter((commitment) => commitment.area?.id === area.id)}
        />
      ))}
    </Section>
  );
}

function Area({ area, number, list }: { area: Topic; number: number; list: CommitmentSummary[] }) {
  if (list.length === 0) return null;
  return (
    <section className={css.area}>
      <div className={css.areaHead}>
        <h3>
          {number}. <Words value={area.name} />
        </h3>
        <Progress counts={countsOf(list)} />
      </div>
      <CommitmentRows list={list} />
    </section>
  );
}
