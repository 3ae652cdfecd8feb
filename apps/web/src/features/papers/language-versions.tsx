import { formatFileSize } from '#core/i18n';
import { IconDownload } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { LANGUAGE_NAMES, useLanguage } from '../../shared/i18n/language.js';
import { useProblemText } from '../../shared/i18n/words.js';
import { useZone } from '../../shared/me.js';
import { ActionButton, allowedIn } from '../../shared/ui/action-button.js';
import { Moment } from '../../shared/ui/dates.js';
import { Section } from '../../shared/ui/page.js';
import { toast } from '../../shared/ui/toast.js';
import { contentOf, usePaperWrite, type Paper, type PaperFile, type PaperLanguage } from './api.js';
import { Late, Outdated, readersOf, WhoSees } from './marks.js';
import css from './papers.module.css';

const UploadForm = lazy(async () => ({ default: (await import('./upload-form.js')).UploadForm }));

/** The three languages of a paper side by side, the original first. */
export function LanguageVersions({ paper }: { paper: Paper }) {
  const { t } = useTranslation();
  const may = allowedIn(paper.allowedActions, 'add-file');
  return (
    <Section title={t('web-papers:versions')}>
      <div className={css.languages}>
        {paper.languages.map((language) => (
          <LanguageCard key={language.lang} paper={paper} language={language} />
        ))}
      </div>
      {may?.allowed ? (
        <Suspense>
          <UploadForm paper={paper} />
        </Suspense>
      ) : null}
    </Section>
  );
}

function LanguageCard({ paper, language }: { paper: Paper; language: PaperLanguage }) {
  const { t } = useTranslation();
  const { file, earlier, lang, original } = language;
  return (
    <article className={css.language} data-awaited={file === null || undefined} aria-labelledby={`language-${lang}`}>
      <h3 id={`language-${lang}`}>
        <span lang={lang}>{LANGUAGE_NAMES[lang]}</span>{' '}
        <span className={css.kind}>{t(original ? 'web-papers:original' : 'web-papers:translation')}</span>
      </h3>
      {file ? <FileFacts file={file} paper={paper} /> : <p className={css.muted}>{t('web-papers:state.awaited')}</p>}
      {file?.outdated ? <KeepFile paper={paper} file={file} /> : null}
      {earlier.length > 0 ? (
        <details className={css.earlier}>
          <summary>{t('web-papers:earlier', { count: earlier.length })}</summary>
          <ul>
            {earlier.map((one) => (
              <li key={one.id}>
                <FileFacts file={one} paper={paper} />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </article>
  );
}

function FileFacts({ file, paper }: { file: PaperFile; paper: Paper }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const zone = useZone();
  return (
    <div className={css.file}>
      <a href={contentOf(file)} download={file.name} className={css.download}>
        <IconDownload size={18} aria-hidden />
        <span className={css.fileName}>{file.name}</span>
      </a>
      <p className={css.meta}>
        <span>{formatFileSize(file.size, lang)}</span>
        {file.revision === null ? null : <span>{t('web-papers:revision', { n: file.revision })}</span>}
        <Moment at={file.at} zone={zone} />
        {file.outdated ? <Outdated /> : null}
        <Late show={file.late && !paper.late} />
        {readersOf(file.audience) === readersOf(paper.audience) ? null : <WhoSees audience={file.audience} />}
      </p>
      <p className={css.hash}>
        <span>{t('web-papers:hash')}</span> <code>{file.sha256}</code>
      </p>
    </div>
  );
}

/** Says that the last change of the original changes nothing here. */
function KeepFile({ paper, file }: { paper: Paper; file: PaperFile }) {
  const { t } = useTranslation();
  const write = usePaperWrite();
  const textOf = useProblemText();
  return (
    <div className="fd-no-print">
      <ActionButton
        may={allowedIn(paper.allowedActions, 'keep-file')}
        size="compact-sm"
        variant="default"
        loading={write.isPending}
        onClick={() =>
          void write.mutateAsync({ method: 'POST', path: `/papers/${paper.id}/files/${file.id}/no-change` }).then(
            () => toast(t('web-papers:kept')),
            () => undefined,
          )
        }
      >
        {t('web-papers:act.keep-file')}
      </ActionButton>
      {write.error ? (
        <p role="alert" className={css.refused}>
          {textOf(write.error)}
        </p>
      ) : null}
    </div>
  );
}
