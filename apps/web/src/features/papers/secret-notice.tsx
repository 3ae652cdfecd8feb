import { LANGUAGES } from '#core/kernel';
import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import css from './papers.module.css';

/** No legally secret material in the system: said in all three languages at once, whoever uploads (domain.md 3.15). */
export function SecretNotice() {
  const { t } = useTranslation();
  return (
    <Alert role="note" variant="outline" className={css.secret} icon={<IconAlertTriangle size={18} aria-hidden />}>
      {LANGUAGES.map((lang) => (
        <p key={lang} lang={lang}>
          {t(`web-papers:secret.${lang}`)}
        </p>
      ))}
    </Alert>
  );
}
