import { Button } from '@mantine/core';
import { IconMailOpened } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { sendThen, useRead, useWrite } from '../../shared/api/hooks.js';
import { LANGUAGE_NAMES } from '../../shared/i18n/language.js';
import { useZone } from '../../shared/me.js';
import { Moment } from '../../shared/ui/dates.js';
import { Facts, Page, Section } from '../../shared/ui/page.js';
import { Answer } from '../../shared/ui/states.js';
import { Words } from '../../shared/ui/text.js';
import { toast } from '../../shared/ui/toast.js';
import { Address } from './address.js';
import type { InboxMailDetail } from './api.js';
import css from './inbox.module.css';
import { MailBody } from './mail-body.js';
import { MailSubject } from './mail-subject.js';
import { useKind } from './words.js';

/** One mail of the reader; opening it marks it as read. */
export function MailPage() {
  const { id = '' } = useParams();
  const mail = useRead<InboxMailDetail>(`/inbox/${id}`);
  return <Answer read={mail}>{(data) => <Mail key={data.id} mail={data} />}</Answer>;
}

function Mail({ mail }: { mail: InboxMailDetail }) {
  const { t } = useTranslation();
  const zone = useZone();
  const navigate = useNavigate();
  const write = useWrite<{ unread: number }>();
  const { mutate } = useWrite<{ unread: number }>();
  const marked = useRef(mail.read);
  useEffect(() => {
    if (marked.current) return;
    marked.current = true;
    mutate({ method: 'POST', path: '/inbox/marks', body: { read: true, ids: [mail.id] } });
  }, [mail.id, mutate]);
  const unread = (): void =>
    sendThen(write, { method: 'POST', path: '/inbox/marks', body: { read: false, ids: [mail.id] } }, () => {
      toast(t('web-reminders:inbox.markedUnread'));
      void navigate('/inbox');
    });
  return (
    <Page
      title={mail.subject}
      heading={<MailSubject text={mail.subject} lang={mail.language} />}
      trail={[{ to: '/inbox', label: t('web-reminders:tabs.inbox') }]}
      aside={
        <Button
          variant="default"
          className="fd-no-print"
          leftSection={<IconMailOpened size={18} stroke={1.6} aria-hidden />}
          loading={write.isPending}
          onClick={unread}
        >
          {t('web-reminders:inbox.markUnread')}
        </Button>
      }
    >
      <Facts
        rows={[
          [t('web-reminders:inbox.sentAt'), <Moment key="at" at={mail.sentAt} zone={zone} />],
          [t('web-reminders:inbox.to'), <Address key="to" text={mail.to} />],
          [
            t('web-reminders:inbox.language'),
            <span key="lang" lang={mail.language}>
              {LANGUAGE_NAMES[mail.language]}
            </span>,
          ],
          [t('web-reminders:inbox.how'), t(`web-reminders:inbox.${mail.mailed ? 'byMail' : 'byInbox'}`)],
        ]}
      />
      <div className={css.letter} lang={mail.language}>
        <MailBody html={mail.html} />
      </div>
      {mail.about.length > 0 ? <About mail={mail} /> : null}
    </Page>
  );
}

/** What the mail told of, as the reader finds it now. */
function About({ mail }: { mail: InboxMailDetail }) {
  const { t } = useTranslation();
  const kindOf = useKind();
  return (
    <Section title={t('web-reminders:inbox.about')}>
      <ul className={css.things}>
        {mail.about.map((reminder) => (
          <li key={reminder.id}>
            <Link to={reminder.path}>
              <Words value={reminder.title} />
            </Link>
            <span>{kindOf(reminder.rule)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
