import { Button, Radio, Stack } from '@mantine/core';
import { IconDownload, IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem, type Problem } from '../../shared/api/problem.js';
import { useErrorText, useProblemText } from '../../shared/i18n/words.js';
import { allowedIn } from '../../shared/ui/action-button.js';
import { Section } from '../../shared/ui/page.js';
import { fileOf, useImport, type ImportReport, type Translation } from './api.js';
import css from './translation.module.css';

/** For offices that work without this page: the request as a file, and the file back with a word on every text. */
export function Files({ translation }: { translation: Translation }) {
  const { t } = useTranslation();
  const may = allowedIn(translation.allowedActions, 'translate')?.allowed === true;
  return (
    <Section title={t('web-translation:files.title')}>
      <div className={`${css.files} fd-no-print`}>
        <div className={css.acts}>
          {(['xlf', 'docx'] as const).map((format) => (
            <Button
              key={format}
              component="a"
              href={fileOf(translation.id, format)}
              download
              variant="default"
              leftSection={<IconDownload size={18} aria-hidden />}
            >
              {t(`web-translation:files.${format}`)}
            </Button>
          ))}
        </div>
        {may ? <ImportForm translation={translation} /> : null}
      </div>
    </Section>
  );
}

function ImportForm({ translation }: { translation: Translation }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const send = useImport(translation.id);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [report, setReport] = useState<ImportReport | null>(null);
  const submit = async (form: HTMLFormElement): Promise<void> => {
    const data = new FormData(form);
    const file = data.get('file');
    if (!(file instanceof File) || file.name === '' || pending) return;
    setPending(true);
    setProblem(null);
    setReport(null);
    try {
      setReport(await send(file, data.get('origin') === 'machine' ? 'machine' : 'person'));
      form.reset();
    } catch (error) {
      if (!isProblem(error)) throw error;
      setProblem(error);
    } finally {
      setPending(false);
    }
  };
  return (
    <form
      className={css.import}
      aria-label={t('web-translation:files.import')}
      onSubmit={(event) => {
        event.preventDefault();
        void submit(event.currentTarget);
      }}
    >
      <label>
        {t('web-translation:files.file')}
        <input type="file" name="file" accept=".xlf,.xliff,.docx" required />
      </label>
      <Radio.Group name="origin" defaultValue="person" label={t('web-translation:files.origin')}>
        <Stack gap={6} mt={6}>
          <Radio value="person" label={t('web-translation:files.person')} />
          <Radio value="machine" label={t('web-translation:files.machine')} />
        </Stack>
      </Radio.Group>
      <div>
        <Button type="submit" variant="default" loading={pending} leftSection={<IconUpload size={18} aria-hidden />}>
          {t('web-translation:files.import')}
        </Button>
      </div>
      {problem ? <p role="alert">{textOf(problem)}</p> : null}
      {report ? <Report report={report} /> : null}
    </form>
  );
}

function Report({ report }: { report: ImportReport }) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  return (
    <div role="status">
      <p>{t('web-translation:files.report')}</p>
      <ol className={css.report}>
        {report.items.map((item, index) => {
          const unit = report.translation.texts.find((one) => one.id === item.unitId);
          return (
            <li key={index}>
              <strong>{t(`web-translation:outcome.${item.outcome}`)}</strong>{' '}
              {unit ? <span lang={unit.source.lang}>{unit.source.text}</span> : <span>{item.text}</span>}
              {item.fault ? <span className={css.small}> {errorText(item.fault)}</span> : null}
            </li>
          );
        })}
      </ol>
    </div>
  );
}
