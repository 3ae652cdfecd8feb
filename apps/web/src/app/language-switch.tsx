import type { Language } from '#core/kernel';
import { useWrite } from '../shared/api/hooks.js';
import type { Me } from '../shared/api/types.js';
import { switchLanguage } from '../shared/i18n/setup.js';
import { LanguageChoice } from '../shared/ui/language-choice.js';

/** Changes the page at once and tells the account, whose language the mails follow. */
export function LanguageSwitch() {
  const account = useWrite<Me>();
  const choose = async (lang: Language): Promise<void> => {
    await switchLanguage(lang);
    account.mutate({ method: 'PATCH', path: '/me', body: { language: lang } });
  };
  return <LanguageChoice onChoose={(lang) => void choose(lang)} />;
}
