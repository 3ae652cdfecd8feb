import { LANGUAGES } from '#core/kernel';
import { useTranslation } from 'react-i18next';
import { API } from '../../shared/api/client.js';
import { DOCUMENT_FORMATS } from '../../shared/documents/document-address.js';
import { useViewer } from '../../shared/me.js';
import css from './escalations.module.css';

/** The one page in three languages, in the reader's own copy: two files, and a page for the printer. */
export function SummaryLinks({ id }: { id: string }) {
  const { t } = useTranslation();
  const copy = useViewer();
  const name = t('web-escalations:summaryFile');
  return (
    <ul className={`${css.files} fd-no-print`} aria-label={name}>
      {DOCUMENT_FORMATS.map((format) => (
        <li key={format}>
          <a
            href={`${API}/escalations/${id}/documents/summary.${format}?languages=${LANGUAGES.join(',')}&copy=${copy}`}
            aria-label={t('web-documents:named', { name, format: t(`web-documents:format.${format}`) })}
            {...(format === 'html' ? { target: '_blank', rel: 'noopener' } : { download: '' })}
          >
            {t(`web-documents:format.${format}`)}
          </a>
        </li>
      ))}
    </ul>
  );
}
