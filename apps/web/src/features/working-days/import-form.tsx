import { isDate } from '#core/i18n';
import { Alert, Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sendThen, useWrite } from '../../shared/api/hooks.js';
import type { Problem } from '../../shared/api/problem.js';
import { bytesOf, FileChoice } from '../../shared/forms/file-choice.js';
import { useErrorText, useProblemText } from '../../shared/i18n/words.js';
import { paramsOf } from '../../shared/api/problem.js';
import { State, type Tone } from '../../shared/ui/badges.js';
import { DataTable } from '../../shared/ui/data-table.js';
import { Day } from '../../shared/ui/dates.js';
import { toast } from '../../shared/ui/toast.js';
import { importHolidays, previewImport, type ImportReport } from './api.js';
import css from './working-days.module.css';

type Row = ImportReport['rows'][number];
const TONES: Record<Row['outcome'], Tone> = {
  added: 'accent',
  changed: 'accent',
  unchanged: 'plain',
  refused: 'amber',
};

/** A holiday table from a file: first what would become of every row, then, if none is refused, all of it at once. */
export function ImportForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const preview = useWrite<ImportReport>();
  const apply = useWrite<ImportReport>();
  const [file, setFile] = useState('');
  const report = preview.data;
  const choose = async (chosen: File | undefined): Promise<void> => {
    preview.reset();
    apply.reset();
    if (!chosen) return;
    const bytes = await bytesOf(chosen);
    setFile(bytes);
    preview.mutate(previewImport(bytes));
  };
  const take = (): void => {
    if (!report) return;
    sendThen(apply, importHolidays(file, report.seen), ({ added, changed }) => {
      toast(t('web-working-days:import.done', { added, changed }));
      onDone();
    });
  };
  return (
    <div className={css.import}>
      <p>{t('web-working-days:import.lead')}</p>
      <p className={css.columns}>
        <code>{COLUMNS}</code>
      </p>
      <FileChoice
        label={t('web-working-days:import.choose')}
        accept=".csv,text/csv"
        pending={preview.isPending}
        onChoose={(chosen) => void choose(chosen)}
      />
      {preview.error ? <Refusal problem={preview.error} /> : null}
      {report ? <Report report={report} /> : null}
      {apply.error ? <Refusal problem={apply.error} /> : null}
      <div className={css.tools}>
        <Button
          disabled={!report || report.refused > 0 || report.added + report.changed === 0}
          loading={apply.isPending}
          onClick={take}
        >
          {t('web-working-days:import.apply')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('web-shell:cancel')}
        </Button>
      </div>
    </div>
  );
}

const COLUMNS = 'date,kind,status,name_ko,name_ja,name_en,rule,citation';

function Refusal({ problem }: { problem: Problem }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  return (
    <Alert role="alert" variant="outline" title={t('web-working-days:import.nothing')}>
      {problem.status === 412 ? t('web-working-days:import.moved') : textOf(problem)}
    </Alert>
  );
}

function Report({ report }: { report: ImportReport }) {
  const { t } = useTranslation();
  const { added, changed, unchanged, refused } = report;
  const shown = report.rows.filter(({ outcome }) => outcome !== 'unchanged');
  return (
    <div aria-live="polite">
      <p className={css.sum}>{t('web-working-days:import.sum', { added, changed, unchanged, refused })}</p>
      {shown.length > 0 ? (
        <div className={css.scroll} tabIndex={0} role="group" aria-label={t('web-working-days:import.rows')}>
          <DataTable
            label={t('web-working-days:import.rows')}
            rows={shown}
            idOf={(row) => String(row.line)}
            columns={[
              { key: 'line', label: t('web-working-days:import.line'), cell: (row) => row.line, width: '4rem' },
              {
                key: 'date',
                label: t('web-working-days:date'),
                main: true,
                width: '11rem',
                cell: (row) => (isDate(row.date) ? <Day date={row.date} /> : row.date),
              },
              { key: 'name', label: t('web-working-days:name'), cell: (row) => row.name },
              { key: 'outcome', label: t('web-working-days:import.outcome'), cell: (row) => <Outcome row={row} /> },
            ]}
          />
        </div>
      ) : null}
    </div>
  );
}

function Outcome({ row }: { row: Row }) {
  const { t } = useTranslation();
  const textOf = useErrorText();
  const fields = row.fields.map((field) => t(`web-working-days:field.${field}`)).join(', ');
  return (
    <span className={css.states}>
      <State tone={TONES[row.outcome]}>{t(`web-working-days:outcome.${row.outcome}`)}</State>
      {fields ? <span className={css.kind}>{fields}</span> : null}
      {row.code ? <span>{textOf(row.code, paramsOf(row.params))}</span> : null}
    </span>
  );
}
