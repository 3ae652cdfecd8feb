import { formatDate } from '#core/i18n';
import { useTranslation } from 'react-i18next';
import type { ChannelDetail } from '../../shared/api/types.js';
import { useLanguage } from '../../shared/i18n/language.js';
import { useProblemText } from '../../shared/i18n/words.js';
import { ActionButton, allowedIn } from '../../shared/ui/action-button.js';
import { toast } from '../../shared/ui/toast.js';
import css from './acts.module.css';
import { alone, useChannelWrite } from './api.js';

/** The monthly check's suggestion: the system only suggests, a secretariat says what is so. */
export function StallNote({ channel }: { channel: ChannelDetail }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const write = useChannelWrite(channel.id);
  const textOf = useProblemText();
  const { suggestion } = channel;
  if (!suggestion) return null;
  const answer = (path: 'confirm' | 'dismiss'): void => {
    write.mutateAsync(alone(channel, `stall/${path}`)).then(
      () => toast(t('web-channels:saved')),
      () => undefined,
    );
  };
  return (
    <section className={css.suggestion} aria-labelledby="stall-suggestion">
      <h2 id="stall-suggestion">{t('web-channels:stall.title')}</h2>
      <p>{t('web-channels:stall.text', { date: formatDate(suggestion.lastHeld, lang), months: suggestion.months })}</p>
      <div className={`${css.buttons} fd-no-print`}>
        <ActionButton
          may={allowedIn(channel.allowedActions, 'confirm-stall')}
          loading={write.isPending}
          onClick={() => answer('confirm')}
        >
          {t('web-channels:stall.confirm')}
        </ActionButton>
        <ActionButton
          may={allowedIn(channel.allowedActions, 'dismiss-stall')}
          variant="default"
          loading={write.isPending}
          onClick={() => answer('dismiss')}
        >
          {t('web-channels:stall.dismiss')}
        </ActionButton>
      </div>
      {write.error ? (
        <p role="alert" className={css.refused}>
          {textOf(write.error)}
        </p>
      ) : null}
    </section>
  );
}
