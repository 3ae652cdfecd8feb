import { pair } from '#core/kernel';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { useRead, useWrite } from '../../shared/api/hooks.js';
import type { DemoAccounts, Me } from '../../shared/api/types.js';
import { SecretField, TextField } from '../../shared/forms/fields.js';
import { Form, valueOf } from '../../shared/forms/form.js';
import { chosenLanguage, useLanguage } from '../../shared/i18n/language.js';
import { switchLanguage } from '../../shared/i18n/setup.js';
import { LanguageChoice } from '../../shared/ui/language-choice.js';
import { useTitle } from '../../shared/ui/page.js';
import { DemoList } from './demo-list.js';
import css from './sign-in-page.module.css';

/** Only a path of this site may be returned to. */
const safe = (next: string | null): string => (next && /^\/(?![/\\])/u.test(next) ? next : '/');

export function SignInPage() {
  const { t } = useTranslation();
  const lang = useLanguage();
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const client = useQueryClient();
  const signIn = useWrite<Me>();
  const demo = useRead<DemoAccounts>('/auth/demo-accounts');
  const [filled, setFilled] = useState<{ email: string; password: string } | null>(null);
  useTitle(t('web-identity:title'));

  const send = async (data: FormData): Promise<void> => {
    const me = await signIn.mutateAsync({
      method: 'POST',
      path: '/auth/sign-in',
      body: { email: valueOf(data, 'email'), password: data.get('password') },
    });
    client.clear();
    if (!chosenLanguage()) await switchLanguage(me.language, false);
    await navigate(safe(params.get('next')), { replace: true });
  };

  return (
    <div className={css.page}>
      <header className={css.top}>
        <LanguageChoice onChoose={(chosen) => void switchLanguage(chosen)} />
      </header>
      <main className={css.main} data-demo={(demo.data?.items.length ?? 0) > 0 || undefined}>
        <div className={css.card}>
          <p className={css.dialogue}>{t('web-shell:dialogue', { pair: pair('neutral', lang) })}</p>
          <h1 className={css.title}>{t('web-shell:product')}</h1>
          <p className={css.lead}>{t('web-identity:lead')}</p>
          <Form
            key={filled?.email ?? ''}
            label={t('web-identity:title')}
            submit={t('web-identity:submit')}
            pending={signIn.isPending}
            initial={filled ?? {}}
            onSubmit={send}
          >
            <TextField name="email" type="email" autoComplete="username" label={t('web-identity:email')} required />
            <SecretField name="password" label={t('web-identity:password')} required />
          </Form>
        </div>
        {demo.data && demo.data.items.length > 0 ? (
          <DemoList
            accounts={demo.data}
            chosen={filled?.email ?? null}
            onChoose={(email) => setFilled({ email, password: demo.data.password ?? '' })}
          />
        ) : null}
      </main>
    </div>
  );
}
