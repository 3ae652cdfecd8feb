import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { CommitmentSummary, InstrumentDetail, Topic } from '../../shared/api/types.js';
import { Illustrative, State } from '../../shared/ui/badges.js';
import { KnownDate } from '../../shared/ui/dates.js';
import { Facts, Page, Section } from '../../shared/ui/page.js';
import { Conflicts, SourceList } from '../../shared/ui/sources.js';
import { Answer, Empty } from '../../shared/ui/states.js';
import { Words } from '../../shared/ui/text.js';
import { useInstrument } from './api.js';
import { CommitmentRows } from './commitment-rows.js';
import css from './commitments.module.css';
import { Progress } from './progress.js';

export function InstrumentPage() {
  const { id = '' } = useParams();
  const instrument = useInstrument(id);
  return <Answer read={instrument}>{(data) => <Instrument instrument={data} />}</Answer>;
}

const countsOf = (list: CommitmentSummary[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { status } of list) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
};

function Instrument({ instrument }: { instrument: InstrumentDetail }) {
  const { t } = useTranslation();
  const general = instrument.commitments.filter((commitment) => commitment.area === null);
  return (
    <Page
      title={instrument.name.text}
      heading={<Words value={instrument.name} />}
      trail={[{ to: '/commitments', label: t('web-commitments:title') }]}
      aside={
        <>
          <State>{t(`web-words:instrumentKind.${instrument.kind}`)}</State>
          <Illustrative show={instrument.illustrative} />
        </>
      }
      meta={
        <>
          <KnownDate date={instrument.date} />
          {instrument.place ? <Words value={instrument.place} /> : null}
        </>
      }
    >
      <Facts
        rows={[
          [t('web-commitments:legal'), t(`web-words:legal.${instrument.legal}`)],
          [
            t('web-commitments:text'),
            instrument.textAvailable === null
              ? null
              : t(instrument.textAvailable ? 'web-commitments:textHere' : 'web-commitments:textNotHere'),
          ],
          [t('web-commitments:note'), instrument.note ? <span lang="en">{instrument.note}</span> : null],
        ]}
      />
      <Section title={t('web-commitments:clauses')}>
        {instrument.commitments.length === 0 ? (
          <Empty>{t('web-commitments:none')}</Empty>
        ) : (
          <Progress counts={countsOf(instrument.commitments)} />
        )}
        {general.length > 0 ? <CommitmentRows list={general} /> : null}
        {instrument.areas.map((area, index) => (
          <Area
            key={area.code}
            area={area}
            number={index + 1}
            list={instrument.commitments.filter((commitment) => commitment.area?.code === area.code)}
          />
        ))}
      </Section>
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
    </Page>
  );
}

function Area({ area, number, list }: { area: Topic; number: number; list: CommitmentSummary[] }) {
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
