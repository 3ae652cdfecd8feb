import { Alert } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../shared/api/hooks.js';
import { paramsOf, type Problem } from '../../shared/api/problem.js';
import { AreaField } from '../../shared/forms/fields.js';
import { bytesOf, FileChoice } from '../../shared/forms/file-choice.js';
import { Form, valueOf } from '../../shared/forms/form.js';
import { LANGUAGE_NAMES } from '../../shared/i18n/language.js';
import { useErrorText, useProblemText } from '../../shared/i18n/words.js';
import { State, type Tone } from '../../shared/ui/badges.js';
import { DataTable } from '../../shared/ui/data-table.js';
import { toast } from '../../shared/ui/toast.js';
import { importTerms, previewTerms, type FileFormat, type TermImport } from './api.js';
import css from './glossary.module.css';

type Row = TermImport['rows'][number];
const TONES: Record<Row['outcome'], Tone> = {
  added: 'accent',
  changed: 'accent',
  unchanged: 'plain',
  proposed: 'open',
  refused: 'amber',
};

/** Terms from a file: first what would become of every row, then, if none is refused, a proposal for each difference. */
export function ImportTerms({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const preview = useWrite<TermImport>();
  const apply = useWrite<TermImport>();
  const [file, setFile] = useState<{ bytes: string; format: FileFormat } | null>(null);
  const report = preview.data;
  const count = report ? report.added + report.changed : 0;
  const choose = async (chosen: File | undefined): Promise<void> => {
    preview.reset();
    apply.reset();
    if (!chosen) return;
    const next = { bytes: await bytesOf(chosen), format: formatOf(chosen.name) };
    setFile(next);
    preview.mutate(previewTerms(next.bytes, next.format));
  };
  const take = async (data: FormData): Promise<void> => {
    if (!report || !file || report.refused > 0 || count === 0) return;
    await apply.mutateAsync(importTerms(file.bytes, file.format, report.seen, valueOf(data, 'reason')));
    toast(t('web-glossary:proposed'));
    onDone();
  };
  return (
    <div className={css.import}>
      <p>{t('web-glossary:import.lead')}</p>
      <FileChoice
        label={t('web-glossary:import.choose')}
        accept=".tsv,.txt,.tbx,.xml"
        pending={preview.isPending}
        onChoose={(chosen) => void choose(chosen)}
      />
      {preview.error ? <Refusal problem={preview.error} /> : null}
      {report ? <Report report={report} /> : null}
      {report && report.refused === 0 && count > 0 ? (
        <Form
          label={t('web-glossary:act.import')}
          submit={t('web-glossary:import.apply', { count })}
          pending={apply.isPending}
          onSubmit={take}
          onCancel={onDone}
          refusal={(problem) => (problem.status === 412 ? <p>{t('web-glossary:import.moved')}</p> : null)}
        >
          <AreaField name="reason" label={t('web-glossary:reason')} hint={t('web-glossary:reasonHint')} rows={2} />
        </Form>
      ) : null}
    </div>
  );
}

const formatOf = (name: string): FileFormat => (/\.(?:tbx|xml)$/iu.test(name) ? 'tbx' : 'tsv');

function Refusal({ problem }: { problem: Problem }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  return (
    <Alert role="alert" variant="outline" title={t('web-glossary:import.nothing')}>
      {textOf(problem)}
    </Alert>
  );
}

function Report({ report }: { report: TermImport }) {
  const { t } = useTranslation();
  const { added, changed, proposed, unchanged, refused } = report;
  const shown = report.rows.filter(({ outcome }) => outcome !== 'unchanged');
  return (
    <div aria-live="polite">
      <p className={css.count}>{t('web-glossary:import.sum', { added, changed, proposed, unchanged, refused })}</p>
      {shown.length > 0 ? (
        <div className={css.scroll} tabIndex={0} role="group" aria-label={t('web-glossary:import.rows')}>
          <DataTable
            label={t('web-glossary:import.rows')}
            rows={shown}
            idOf={({ line }) => String(line)}
            columns={[
              { key: 'line', label: t('web-glossary:import.line'), cell: ({ line }) => line, width: '4rem' },
              { key: 'code', label: t('web-glossary:code'), main: true, cell: ({ code }) => <code>{code}</code> },
              ...(['ko', 'ja', 'en'] as const).map((lang) => ({
                key: lang,
                label: LANGUAGE_NAMES[lang],
                cell: (row: Row) => <span lang={lang}>{row.terms[lang]}</span>,
              })),
              { key: 'outcome', label: t('web-glossary:import.outcome'), cell: (row) => <Outcome row={row} /> },
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
  const parts = row.parts.map((part) =>
    part === 'note' || part === 'binding' ? t(`web-glossary:parts.${part}`) : LANGUAGE_NAMES[part],
  );
  return (
    <>
      <State tone={TONES[row.outcome]}>{t(`web-glossary:outcome.${row.outcome}`)}</State>{' '}
      {parts.length > 0 ? <span>{parts.join(', ')}</span> : null}
      {row.fault ? <span>{textOf(row.fault, paramsOf(row.params))}</span> : null}
    </>
  );
}
