import { Alert, Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useWrite } from '../../shared/api/hooks.js';
import { bytesOf, FileChoice } from '../../shared/forms/file-choice.js';
import { useLanguage } from '../../shared/i18n/language.js';
import { useProblemText } from '../../shared/i18n/words.js';
import { State, type Tone } from '../../shared/ui/badges.js';
import { DataTable } from '../../shared/ui/data-table.js';
import { toast } from '../../shared/ui/toast.js';
import type { FileReport } from './api.js';
import { OverlapWords } from './neighbours.js';
import css from './radio.module.css';

type Row = FileReport['rows'][number];
type Encoding = FileReport['samples'][number]['encoding'];
const TONES: Record<Row['outcome'], Tone> = { added: 'accent', known: 'plain', refused: 'amber' };

/** Cases from a file: how it reads, what would become of each row, and then all of it or what has no fault. */
export function ImportTab() {
  const { t } = useTranslation();
  const lang = useLanguage();
  const textOf = useProblemText();
  const preview = useWrite<FileReport>();
  const apply = useWrite<FileReport>();
  const [file, setFile] = useState('');
  const report = apply.data ?? preview.data;
  const look = (bytes: string, encoding?: Encoding): void => {
    apply.reset();
    preview.mutate({
      method: 'POST',
      path: '/radio-issues/import/preview',
      body: { file: bytes, ...(encoding ? { encoding } : {}) },
    });
  };
  const choose = async (chosen: File | undefined): Promise<void> => {
    if (!chosen) return;
    const bytes = await bytesOf(chosen);
    setFile(bytes);
    look(bytes);
  };
  const take = (mode: 'all' | 'valid'): void => {
    if (!report?.encoding) return;
    apply
      .mutateAsync({
        method: 'POST',
        path: '/radio-issues/import',
        body: { file, encoding: report.encoding, lang, seen: report.seen, mode },
      })
      .then(({ added }) => toast(t('web-radio:import.done', { count: added })))
      .catch(() => undefined);
  };
  const problem = apply.error ?? preview.error;
  return (
    <section>
      <header className={css.head}>
        <p className={css.over}>
          <Link to="/records">{t('web-records:kind.radio')}</Link>
        </p>
        <h2>{t('web-radio:act.import')}</h2>
      </header>
      <p>{t('web-radio:import.lead')}</p>
      <p className={css.muted}>
        {t('web-radio:import.columns')} <code>{COLUMNS}</code>
      </p>
      <FileChoice
        label={t('web-radio:import.choose')}
        accept=".csv,.txt"
        pending={preview.isPending}
        onChoose={(chosen) => void choose(chosen)}
      />
      {problem ? (
        <Alert role="alert" variant="outline" title={t('web-radio:import.nothing')}>
          {textOf(problem)}
        </Alert>
      ) : null}
      {report && report.encoding === null ? (
        <Encodings samples={report.samples} onChoose={(encoding) => look(file, encoding)} />
      ) : null}
      {report?.encoding ? <Report report={report} /> : null}
      {report?.encoding && !report.applied && report.added > 0 ? (
        <div className={css.acts}>
          {report.refused === 0 ? (
            <Button loading={apply.isPending} onClick={() => take('all')}>
              {t('web-radio:import.takeAll', { count: report.added })}
            </Button>
          ) : (
            <Button variant="default" loading={apply.isPending} onClick={() => take('valid')}>
              {t('web-radio:import.takeValid', { count: report.added, refused: report.refused })}
            </Button>
          )}
        </div>
      ) : null}
    </section>
  );
}

const COLUMNS =
  'title, bands, type, services, areas, regions, stations, allocation, first_seen, season_from, season_to, times';

/** A file that is not UTF-8 is asked about, with how it reads. */
function Encodings({ samples, onChoose }: { samples: FileReport['samples']; onChoose: (encoding: Encoding) => void }) {
  const { t } = useTranslation();
  return (
    <div className={css.hintBox} aria-live="polite">
      <p>{t('web-radio:import.whichEncoding')}</p>
      <ul className={css.samples}>
        {samples.map((sample) => (
          <li key={sample.encoding}>
            <pre lang={sample.encoding === 'shift_jis' ? 'ja' : 'ko'}>{sample.text}</pre>
            <Button variant="default" size="compact-md" onClick={() => onChoose(sample.encoding)}>
              {t(`web-radio:import.encoding.${sample.encoding}`)}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Report({ report }: { report: FileReport }) {
  const { t } = useTranslation();
  const { added, known, refused, applied } = report;
  return (
    <div aria-live="polite">
      <p>
        <strong>{t(applied ? 'web-radio:import.applied' : 'web-radio:import.sum', { added, known, refused })}</strong>
      </p>
      <DataTable
        label={t('web-radio:import.rows')}
        rows={report.rows}
        idOf={({ line }) => String(line)}
        columns={[
          { key: 'line', label: t('web-radio:import.line'), width: '5rem', cell: ({ line }) => line },
          { key: 'title', label: t('web-radio:form.title'), main: true, cell: ({ title }) => title },
          { key: 'bands', label: t('web-radio:bands'), cell: ({ bands }) => bands.join(' · ') },
          {
            key: 'outcome',
            label: t('web-radio:import.outcome'),
            cell: (row) => (
              <>
                <State tone={TONES[row.outcome]}>{t(`web-radio:import.outcomes.${row.outcome}`)}</State>
                <ul className={css.plain}>
                  {row.faults.map((fault, index) => (
                    <li key={index}>
                      {t(`web-radio:column.${fault.column}`)}: {fault.detail}
                    </li>
                  ))}
                  {row.overlaps.map((one) => (
                    <li key={one.id}>
                      {t('web-radio:import.overlaps')} <OverlapWords overlap={one} />
                    </li>
                  ))}
                </ul>
              </>
            ),
          },
        ]}
      />
    </div>
  );
}
