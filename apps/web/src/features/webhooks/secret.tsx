import { Button, TextInput } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { toast } from '../../shared/ui/toast.js';
import css from './webhooks.module.css';

/** Shown once: nobody can read it here again. */
export function Secret({ secret, onDone }: { secret: string; onDone: () => void }) {
  const { t } = useTranslation();
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(secret);
    toast(t('web-webhooks:secret.copied'));
  };
  return (
    <div className={css.secret} role="status">
      <TextInput
        readOnly
        label={t('web-webhooks:secret.label')}
        description={t('web-webhooks:secret.once')}
        value={secret}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div className={css.acts}>
        <Button leftSection={<IconCopy size={18} aria-hidden />} onClick={() => void copy().catch(() => undefined)}>
          {t('web-webhooks:secret.copy')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('web-webhooks:secret.done')}
        </Button>
      </div>
    </div>
  );
}
