import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRead } from '../../shared/api/hooks.js';
import type { List, MailView } from '../../shared/api/types.js';
import { useZone } from '../../shared/me.js';
import { Moment } from '../../shared/ui/dates.js';
import { Page } from '../../shared/ui/page.js';
import { Answer, Empty } from '../../shared/ui/states.js';
import { MailSubject } from './mail-subject.js';
import css from './mails.module.css';
import { RemindersTabs } from './tabs.js';
import { localPath } from './words.js';

/** The mails of the demonstration: they leave no machine and are read here. */
export function MailsPage() {
  const { t } = useTranslation();
  const zone = useZone();
  const mails = useRead<List<MailView>>('/mails');
  return (
    <Page title={t('web-reminders:mails.title')}>
      <RemindersTabs />
      <p className={css.lead}>{t('web-reminders:mails.lead')}</p>
      <Answer read={mails} head={false}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>{t('web-reminders:mails.none')}</Empty>
          ) : (
            <ul className={css.list}>
              {items.map((mail) => (
                <li key={mail.id}>
                  <details>
                    <summary>
                      <MailSubject text={mail.subject} lang={mail.language} className={css.subject} />
                      <span className={css.about}>
                        {mail.to} · <Moment at={mail.sentAt} zone={zone} />
                      </span>
                    </summary>
                    <p lang={mail.language} className={css.text}>
                      {mail.text}
                    </p>
                    {mail.href ? <Link to={localPath(mail.href) ?? '/'}>{t('web-reminders:mails.open')}</Link> : null}
                  </details>
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </Page>
  );
}
