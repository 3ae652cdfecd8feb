import { Button } from '@mantine/core';
import { IconSettings } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { sendThen, useWrite } from '../../shared/api/hooks.js';
import { useZone } from '../../shared/me.js';
import { Moment } from '../../shared/ui/dates.js';
import { FilterChoice, Filters, useFilters } from '../../shared/ui/filters.js';
import { Page } from '../../shared/ui/page.js';
import { Empty, Fault, Loading } from '../../shared/ui/states.js';
import { toast } from '../../shared/ui/toast.js';
import { useProblemText } from '../../shared/i18n/words.js';
import { usePages, type Inbox, type InboxMail } from './api.js';
import { DayMailNotice } from './day-mail-stopped.js';
import css from './inbox.module.css';
import { MailSubject } from './mail-subject.js';
import { More } from './more.js';
import { RemindersTabs } from './tabs.js';

/** The reader's own mails, read here with the same words as in the mail program. */
export function InboxPage() {
  const { t } = useTranslation();
  const { get } = useFilters();
  const unreadOnly = get('show') === 'unread';
  const read = usePages<Inbox>('/inbox', { show: unreadOnly ? 'unread' : '', limit: '50' });
  const unread = read.data?.pages[0]?.unread ?? 0;
  const items = read.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page
      title={t('web-reminders:tabs.inbox')}
      aside={
        <Link to="/account/mails" className={`${css.settings ?? ''} fd-no-print`}>
          <IconSettings size={18} stroke={1.6} aria-hidden />
          {t('web-reminders:settings.title')}
        </Link>
      }
    >
      <RemindersTabs />
      <p className={css.lead}>{t('web-reminders:inbox.lead')}</p>
      <DayMailNotice />
      <Filters label={t('web-shell:filter')}>
        <FilterChoice
          name="show"
          label={t('web-reminders:inbox.show')}
          options={[
            { value: '', label: t('web-reminders:inbox.all') },
            { value: 'unread', label: t('web-reminders:inbox.unreadCount', { count: unread }) },
          ]}
        />
        {unread > 0 && items[0] ? <MarkAll until={items[0].sentAt} /> : null}
      </Filters>
      {read.error && !read.data ? <Fault problem={read.error} retry={() => void read.refetch()} /> : null}
      {read.isPending ? <Loading head={false} /> : null}
      {read.data && items.length === 0 ? (
        <Empty>{t(unreadOnly ? 'web-reminders:inbox.noneUnread' : 'web-reminders:inbox.none')}</Empty>
      ) : (
        <ul className={css.list} aria-busy={read.isPlaceholderData}>
          {items.map((mail) => (
            <MailLine key={mail.id} mail={mail} />
          ))}
        </ul>
      )}
      <More read={read} />
    </Page>
  );
}

function MailLine({ mail }: { mail: InboxMail }) {
  const { t } = useTranslation();
  const zone = useZone();
  return (
    <li className={css.line} data-unread={!mail.read || undefined}>
      <span className={css.dot} aria-hidden />
      <Link to={`/inbox/${mail.id}`} className={css.subject}>
        <MailSubject text={mail.subject} lang={mail.language} />
      </Link>
      <span className={css.about}>
        {mail.read ? null : <span className={css.new}>{t('web-reminders:inbox.new')}</span>}
        <Moment at={mail.sentAt} zone={zone} />
        {mail.reminders > 1 ? <span>{t('web-reminders:inbox.holds', { count: mail.reminders })}</span> : null}
        {mail.late ? <span>{t('web-reminders:marks.late')}</span> : null}
        {mail.mailed ? null : <span>{t('web-reminders:marks.inboxOnly')}</span>}
      </span>
    </li>
  );
}

/** Everything up to the newest mail on the page: what arrives meanwhile stays unread. */
function MarkAll({ until }: { until: string }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const write = useWrite<{ unread: number }>();
  // The newest one is shown to the millisecond; what is kept is finer.
  const end = new Date(Date.parse(until) + 1).toISOString();
  const mark = (): void =>
    sendThen(write, { method: 'POST', path: '/inbox/marks', body: { read: true, until: end } }, () =>
      toast(t('web-reminders:inbox.markedAll')),
    );
  return (
    <>
      <Button variant="default" loading={write.isPending} onClick={mark}>
        {t('web-reminders:inbox.markAll')}
      </Button>
      {write.error ? <p role="alert">{textOf(write.error)}</p> : null}
    </>
  );
}
