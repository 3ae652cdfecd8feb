import { Modal } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../shared/api/hooks.js';
import type { Me } from '../shared/api/types.js';
import { useMe } from '../shared/me.js';
import { Form, valueOf } from '../shared/forms/form.js';
import { SecretField, TextField } from '../shared/forms/fields.js';
import { onSignInEnded } from './query-client.js';

/** When the sign-in ends in the middle of work: sign in over the page, and what was typed is still there. */
export function SignInAgain() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const me = useMe();
  const signIn = useWrite<Me>('/me');
  useEffect(() => onSignInEnded(() => setOpen(true)), []);
  return (
    <Modal
      opened={open}
      onClose={() => setOpen(false)}
      title={t('web-shell:again.title')}
      closeButtonProps={{ 'aria-label': t('web-shell:close') }}
    >
      <p>{t('web-shell:again.text')}</p>
      <Form
        label={t('web-shell:again.title')}
        submit={t('web-identity:submit')}
        initial={{ email: me?.email ?? '' }}
        pending={signIn.isPending}
        onSubmit={async (data) => {
          await signIn.mutateAsync({
            method: 'POST',
            path: '/auth/sign-in',
            body: { email: valueOf(data, 'email'), password: data.get('password') },
          });
          setOpen(false);
        }}
      >
        <TextField name="email" type="email" autoComplete="username" label={t('web-identity:email')} required />
        <SecretField name="password" label={t('web-identity:password')} required />
      </Form>
    </Modal>
  );
}
