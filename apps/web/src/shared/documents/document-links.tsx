import { IconFileTypeDocx, IconFileTypePdf, IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import {
  DOCUMENT_FORMATS,
  documentAddress,
  type DocumentChoice,
  type DocumentFormat,
  type DocumentKind,
} from './document-address.js';
import css from './documents.module.css';

const ICONS = { pdf: IconFileTypePdf, docx: IconFileTypeDocx, html: IconPrinter };

/** One document in its formats: two files, and a page for the printer in a window of its own. */
export function DocumentLinks({
  sessionId,
  kind,
  choice,
}: {
  sessionId: string;
  kind: DocumentKind;
  choice: DocumentChoice;
}) {
  const { t } = useTranslation();
  const name = t(`web-documents:kind.${kind}`);
  return (
    <ul className={css.formats} aria-label={name}>
      {DOCUMENT_FORMATS.map((format) => (
        <li key={format}>
          <FormatLink
            format={format}
            address={documentAddress(sessionId, kind, format, choice)}
            label={t('web-documents:named', { name, format: t(`web-documents:format.${format}`) })}
          />
        </li>
      ))}
    </ul>
  );
}

function FormatLink({ format, address, label }: { format: DocumentFormat; address: string; label: string }) {
  const { t } = useTranslation();
  const Icon = ICONS[format];
  const opens = format === 'html' ? { target: '_blank', rel: 'noopener' } : { download: '' };
  return (
    <a href={address} aria-label={label} {...opens}>
      <Icon size={18} stroke={1.6} aria-hidden /> {t(`web-documents:format.${format}`)}
    </a>
  );
}
