import { Button } from '@mantine/core';
import { IconChevronDown, IconTableExport } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { API } from '../api/client.js';
import { LANGUAGE_NAMES, useLanguage } from '../i18n/language.js';
import { useDisclosure } from '../ui/use-disclosure.js';
import css from './export-menu.module.css';

/** The list as a file, with the filters of the page: a workbook or CSV, in the reader's language or in all three. */
export function ExportMenu({ list, query }: { list: 'action-items' | 'commitments'; query: Record<string, string> }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const panel = useId();
  const { open, setOpen, box, button } = useDisclosure<HTMLButtonElement>();
  const filters = Object.entries(query).filter(([, value]) => value !== '');
  const address = (format: 'xlsx' | 'csv', all: boolean): string =>
    `${API}/${list}/export.${format}?${new URLSearchParams([...filters, ['lang', lang], ...(all ? [['texts', 'all']] : [])]).toString()}`;
  return (
    <div ref={box} className={`${css.box} fd-no-print`}>
      <Button
        ref={button}
        variant="default"
        leftSection={<IconTableExport size={18} aria-hidden />}
        rightSection={<IconChevronDown size={16} aria-hidden />}
        aria-expanded={open}
        aria-controls={panel}
        onClick={() => setOpen(!open)}
      >
        {t('web-exports:menu')}
      </Button>
      <div id={panel} className={css.panel} hidden={!open}>
        <p className={css.hint}>{t('web-exports:hint')}</p>
        {[false, true].map((all) => (
          <section key={String(all)}>
            <h2>{all ? t('web-exports:allLanguages') : <span lang={lang}>{LANGUAGE_NAMES[lang]}</span>}</h2>
            <ul className={css.formats}>
              {(['xlsx', 'csv'] as const).map((format) => (
                <li key={format}>
                  <a href={address(format, all)} download onClick={() => setOpen(false)}>
                    {t(`web-exports:format.${format}`)}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  );
}
