import { Button } from '@mantine/core';
import { IconChevronDown, IconFileDownload } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLanguage } from '../i18n/language.js';
import { useViewer } from '../me.js';
import { useDisclosure } from '../ui/use-disclosure.js';
import { DOCUMENT_KINDS, type DocumentKind } from './document-address.js';
import { DocumentLinks } from './document-links.js';
import css from './documents.module.css';

/**
 * What can be downloaded of a session, in the reader's language and as their side's copy; everything else is chosen on its own page.
 * A tab shows its own document with `kinds`.
 */
export function DocumentMenu({
  sessionId,
  kinds = DOCUMENT_KINDS,
}: {
  sessionId: string;
  kinds?: readonly DocumentKind[];
}) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const copy = useViewer();
  const panel = useId();
  const { open, setOpen, box, button } = useDisclosure<HTMLButtonElement>();
  return (
    <div ref={box} className={`${css.box} fd-no-print`}>
      <Button
        ref={button}
        variant="default"
        leftSection={<IconFileDownload size={18} aria-hidden />}
        rightSection={<IconChevronDown size={16} aria-hidden />}
        aria-expanded={open}
        aria-controls={panel}
        onClick={() => setOpen(!open)}
      >
        {t('web-documents:menu')}
      </Button>
      <div id={panel} className={css.panel} hidden={!open}>
        {kinds.map((kind) => (
          <section key={kind}>
            <h2>{t(`web-documents:kind.${kind}`)}</h2>
            <DocumentLinks sessionId={sessionId} kind={kind} choice={{ languages: [lang], copy }} />
          </section>
        ))}
        <Link
          to={`/sessions/${sessionId}/documents${kinds.length === 1 ? `?document=${kinds[0] ?? ''}` : ''}`}
          onClick={() => setOpen(false)}
        >
          {t('web-documents:choose')}
        </Link>
      </div>
    </div>
  );
}
