import { useTranslation } from 'react-i18next';
import { AreaField } from '../../shared/forms/fields.js';
import { Form, valueOf } from '../../shared/forms/form.js';
import { LanguageFields, textsOf } from '../../shared/forms/language-fields.js';
import { useLanguage } from '../../shared/i18n/language.js';
import { toast } from '../../shared/ui/toast.js';
import { riseStep, useRiseWrite, type Rise } from './api.js';
import css from './escalations.module.css';

interface EndProps {
  rise: Rise;
  onDone: () => void;
}

/** Back to the channel it came from, with a reason both sides read; the other side's key does it. */
export function ReturnForm({ rise, onDone }: EndProps) {
  const { t } = useTranslation();
  const write = useRiseWrite();
  return (
    <Form
      draft={`rise-return.${rise.id}`}
      label={t('web-escalations:act.propose-return')}
      submit={t('web-escalations:act.propose-return')}
      pending={write.isPending}
      onCancel={onDone}
      onSubmit={async (data) => {
        await write.mutateAsync(riseStep(rise, 'return', { reason: valueOf(data, 'reason') }));
        toast(t('web-escalations:done.propose'));
        onDone();
      }}
    >
      <p className={css.muted}>
        {t('web-escalations:ask.return', { channel: rise.from?.name.text ?? t('web-escalations:noChannel') })}
      </p>
      <AreaField name="reason" label={t('web-escalations:field.reason')} hint={t('web-proposals:bothRead')} required />
    </Form>
  );
}

/** How the higher level settled it, in three languages; the other side's key makes it so. */
export function SettleForm({ rise, onDone }: EndProps) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const write = useRiseWrite();
  return (
    <Form
      draft={`rise-settle.${rise.id}`}
      label={t('web-escalations:act.propose-settle')}
      submit={t('web-escalations:act.propose-settle')}
      pending={write.isPending}
      onCancel={onDone}
      onSubmit={async (data) => {
        const outcome = { ko: '', ja: '', en: '', ...textsOf(data, 'outcome') };
        await write.mutateAsync(riseStep(rise, 'settle', { lang, outcome }));
        toast(t('web-escalations:done.propose'));
        onDone();
      }}
    >
      <LanguageFields name="outcome" label={t('web-escalations:field.outcome')} rows={3} source={lang} all />
    </Form>
  );
}
