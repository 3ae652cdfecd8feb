import { LANGUAGES, type Language } from '#core/kernel';
import { formatFileSize } from '#core/i18n';
import { Button, NativeSelect } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useId, useRef, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { LANGUAGE_NAMES, useLanguage } from '../../shared/i18n/language.js';
import { useProblemText } from '../../shared/i18n/words.js';
import { announce } from '../../shared/ui/announce.js';
import { toast } from '../../shared/ui/toast.js';
import { ACCEPTED, useUpload, type Paper } from './api.js';
import { isFresh } from './marks.js';
import css from './papers.module.css';
import { SecretNotice } from './secret-notice.js';

/** The language that is needed next: the original, then what is awaited or outdated. */
const needed = (paper: Paper): Language =>
  paper.languages.find(({ file }) => !isFresh(file))?.lang ?? paper.originalLang;

/** macOS gives names with their letters taken apart. */
const nameOf = (file: File): string => file.name.normalize('NFC');

/** Chooses a file, or takes one that is dropped, and sends it with its progress. */
export function UploadForm({ paper }: { paper: Paper }) {
  const { t } = useTranslation();
  const page = useLanguage();
  const textOf = useProblemText();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const upload = useUpload(paper.id);
  const [language, setLanguage] = useState<Language>(() => needed(paper));
  const [file, setFile] = useState<File | null>(null);
  const [over, setOver] = useState(false);
  const busy = upload.sent !== null;
  const megabytes = Math.round(paper.uploadMaxBytes / 1_048_576);
  const tooLarge = file !== null && file.size > paper.uploadMaxBytes;
  const percent = Math.round((upload.sent ?? 0) * 100);

  const send = async (): Promise<void> => {
    if (!file) return;
    const name = nameOf(file);
    announce(t('web-papers:upload.started', { name }));
    if (!(await upload.send(file, language))) return;
    toast(t('web-papers:upload.done', { name }));
    setFile(null);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const dropped = event.dataTransfer.files[0];
    if (dropped && !busy) setFile(dropped);
  };
  return (
    <section
      className={`${css.upload} fd-no-print`}
      aria-labelledby={id}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <h3 id={id}>{t('web-papers:upload.title')}</h3>
      <SecretNotice />
      <div className={css.choices}>
        <NativeSelect
          label={t('web-papers:upload.language')}
          value={language}
          disabled={busy}
          onChange={(event) => setLanguage(LANGUAGES.find((lang) => lang === event.currentTarget.value) ?? language)}
          data={paper.languages.map(({ lang }) => ({ value: lang, label: LANGUAGE_NAMES[lang] }))}
        />
        <div className={css.choose}>
          <input
            ref={input}
            type="file"
            accept={ACCEPTED}
            className="fd-hidden"
            tabIndex={-1}
            aria-label={t('web-papers:upload.choose')}
            onChange={(event) => {
              setFile(event.currentTarget.files?.[0] ?? null);
              event.currentTarget.value = '';
            }}
          />
          <Button
            variant="default"
            disabled={busy}
            aria-describedby={`${id}-hint`}
            onClick={() => input.current?.click()}
          >
            {t('web-papers:upload.choose')}
          </Button>
          <span className={css.fileName}>
            {file ? `${nameOf(file)} · ${formatFileSize(file.size, page)}` : t('web-papers:upload.drop')}
          </span>
        </div>
      </div>
      <p id={`${id}-hint`} className={css.muted}>
        {t('web-papers:upload.hint', { size: `${String(megabytes)} MB` })}
      </p>
      {busy ? (
        <div className={css.progress}>
          <progress max={100} value={percent} aria-label={t('web-papers:upload.progress')} />
          <span>{percent < 100 ? `${String(percent)} %` : t('web-papers:upload.checking')}</span>
          <Button size="compact-sm" variant="default" onClick={upload.stop}>
            {t('web-papers:upload.stop')}
          </Button>
        </div>
      ) : (
        <Button
          leftSection={<IconUpload size={18} aria-hidden />}
          disabled={!file || tooLarge}
          onClick={() => void send()}
        >
          {t('web-papers:upload.send')}
        </Button>
      )}
      {tooLarge ? (
        <p role="alert" className={css.refused}>
          {t('files:errors.tooLarge', { megabytes })}
        </p>
      ) : null}
      {upload.problem ? (
        <p role="alert" className={css.refused}>
          {textOf(upload.problem)}
          {upload.problem.fields.map((fault) => (
            <span key={fault.path}> {fault.detail}</span>
          ))}
        </p>
      ) : null}
    </section>
  );
}
