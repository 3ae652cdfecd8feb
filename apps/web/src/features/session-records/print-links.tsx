import { LANGUAGES, partyName, type Viewer } from '#core/kernel';
import { IconFileTypeDocx, IconFileTypePdf, IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { API } from '../../shared/api/client.js';
import { useLanguage } from '../../shared/i18n/language.js';
import { useSides } from '../../shared/me.js';
import { Section } from '../../shared/ui/page.js';
import type { SessionRecord } from './api.js';
import css from './session-records.module.css';

const FORMATS = [
  { format: 'pdf', Icon: IconFileTypePdf },
  { format: 'docx', Icon: IconFileTypeDocx },
  { format: 'html', Icon: IconPrinter },
] as const;

/** Two originals of one text, each in its side's order, and a copy for nobody's files in particular (domain.md 3.7). */
export function PrintLinks({ record }: { record: SessionRecord }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const sides = useSides(record.session?.host ?? null);
  const copies: readonly Viewer[] = record.kind === 'unilateral_press_release' ? [record.side] : [...sides, 'neutral'];
  return (
    <Section title={t('web-session-records:prints.title')}>
      <ul className={`${css.prints} fd-no-print`}>
        {copies.map((copy) => {
          const name =
            copy === 'neutral'
              ? t('web-session-records:prints.neutral')
              : t('web-session-records:prints.copy', { party: partyName(copy, lang) });
          return (
            <li key={copy}>
              <span>{name}</span>
              {FORMATS.map(({ format, Icon }) => (
                <a
                  key={format}
                  href={`${API}/records/${record.id}/documents/record.${format}?languages=${LANGUAGES.join(',')}&copy=${copy}`}
                  aria-label={t('web-documents:named', { name, format: t(`web-documents:format.${format}`) })}
                  {...(format === 'html' ? { target: '_blank', rel: 'noopener' } : { download: '' })}
                >
                  <Icon size={18} stroke={1.6} aria-hidden /> {t(`web-documents:format.${format}`)}
                </a>
              ))}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
