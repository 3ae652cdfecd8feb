import { useTranslation } from 'react-i18next';
import type { DemoAccounts } from '../../shared/api/types.js';
import css from './sign-in-page.module.css';

/** The accounts of the demonstration by side; a press fills the form, it does not sign in. */
export function DemoList({
  accounts,
  chosen,
  onChoose,
}: {
  accounts: DemoAccounts;
  chosen: string | null;
  onChoose: (email: string) => void;
}) {
  const { t } = useTranslation();
  return (
    <section className={css.demo} aria-labelledby="demo-accounts">
      <h2 id="demo-accounts">{t('web-identity:demo.title')}</h2>
      <p className={css.lead}>
        {t('web-identity:demo.text')} <code>{accounts.password}</code>
      </p>
      {(['kr', 'jp', null] as const).map((side) => {
        const items = accounts.items.filter((account) => account.side === side);
        if (items.length === 0) return null;
        return (
          <div key={side ?? 'none'} className={css.group}>
            <h3>{side ? t(`common:sides.${side}Side`) : t('web-identity:demo.others')}</h3>
            <ul>
              {items.map((account) => (
                <li key={account.email}>
                  <button type="button" aria-pressed={account.email === chosen} onClick={() => onChoose(account.email)}>
                    <span className={css.role}>{t(`common:roles.${account.role}`)}</span>
                    <span className={css.email}>{account.email}</span>
                  </button>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </section>
  );
}
