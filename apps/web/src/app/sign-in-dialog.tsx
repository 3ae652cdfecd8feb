import { useTranslation } from 'react-i18next';
import { useWrite } from '../shared/api/hooks.js';
import type { Me } from '../shared/api/types.js';
import { SecretField, TextField } from '../shared/forms/fields.js';
import { Form, valueOf } from '../shared/forms/form.js';
import { useMe } from '../shared/me.js';
import { Dialog } from '../shared/ui/dialog.js';

export function SignInDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const signIn = useWrite<Me>('/me');
  return (
    <Dialog open onClose={onClose} title={t('web-shell:again.title')}>
      <p>{t('web-shell:again.text')}</p>
      <Form
        label={t('web-shell:again.title')}
        submit={t('web-identity:submit')}
        initial={{ email: me?.email ?? '' }}
        pending={signIn.isPending}
        onSubmit={async (data) => {
          const body = { email: valueOf(data, 'email'), password: data.get('password') };
          await signIn.mutateAsync({ method: 'POST', path: '/auth/sign-in', body });
          onClose();
        }}
      >
        <TextField name="email" type="email" autoComplete="username" label={t('web-identity:email')} required />
        <SecretField name="password" label={t('web-identity:password')} required />
      </Form>
    </Dialog>
  );
}
