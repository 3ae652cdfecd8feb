import { useTranslation } from 'react-i18next';
import { FieldRow, TextField } from '../../shared/forms/fields.js';
import { SCRIPTS } from './api.js';
import css from './delegations.module.css';

const LANG = { hangul: 'ko', hanja: 'ko', kanji: 'ja', kana: 'ja', latin: 'en' } as const;

/** Family and given name apart in each script the person gave; what was not given stays empty (domain.md 6). */
export function NameFields() {
  const { t } = useTranslation();
  return (
    <fieldset className={css.names}>
      <legend>{t('web-delegations:names')}</legend>
      <p className={css.note}>{t('web-delegations:namesHint')}</p>
      {SCRIPTS.map((script) => (
        <FieldRow key={script}>
          <TextField
            name={`names.${script}.family`}
            label={t('web-delegations:family', { script: t(`web-delegations:script.${script}`) })}
            lang={LANG[script]}
          />
          <TextField
            name={`names.${script}.given`}
            label={t('web-delegations:given', { script: t(`web-delegations:script.${script}`) })}
            lang={LANG[script]}
          />
        </FieldRow>
      ))}
    </fieldset>
  );
}
