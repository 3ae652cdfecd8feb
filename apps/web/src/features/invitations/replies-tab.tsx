import { IconUpload } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useOutletContext } from 'react-router';
import type { SessionDetail } from '../../shared/api/types.js';
import { useErrorText, useProblemText } from '../../shared/i18n/words.js';
import { ActionButton, allowedIn } from '../../shared/ui/action-button.js';
import { Section } from '../../shared/ui/page.js';
import { Answer, Empty } from '../../shared/ui/states.js';
import { toast } from '../../shared/ui/toast.js';
import type { Allowed } from '../../shared/api/types.js';
import { useReceive, useReplies, type CalendarReply } from './api.js';
import css from './invitations.module.css';
import { ProposedTime, ReplyTable, Who } from './reply-table.js';

/** What the own side's people answered to the invitation; the other side never sees it. */
export function RepliesTab() {
  const { t } = useTranslation();
  const session = useOutletContext<SessionDetail>();
  const replies = useReplies(session.id);
  return (
    <Section title={t('web-invitations:replies.title')}>
      <p className={css.lead}>
        <span className={css.own}>{t('web-invitations:replies.own')}</span> {t('web-invitations:replies.lead')}
      </p>
      <Answer read={replies} head={false} rows={3}>
        {({ items, allowedActions }) => (
          <>
            <Upload may={allowedIn(allowedActions, 'receive')} />
            <Counters replies={items} sessionId={session.id} />
            {items.length === 0 ? (
              <Empty>{t('web-invitations:replies.none')}</Empty>
            ) : (
              <ReplyTable replies={items} label={t('web-invitations:replies.title')} />
            )}
          </>
        )}
      </Answer>
    </Section>
  );
}

function Upload({ may }: { may: Allowed | undefined }) {
  const { t } = useTranslation();
  const textOf = useErrorText();
  const problemText = useProblemText();
  const input = useRef<HTMLInputElement>(null);
  const receive = useReceive();
  if (!may?.allowed) return null;
  const take = async (file: File): Promise<void> => {
    const { recorded } = await receive.mutateAsync(file);
    if (recorded) toast(t('web-invitations:replies.recorded'));
  };
  const reason = receive.data?.reason;
  return (
    <div className={css.upload}>
      <input
        ref={input}
        type="file"
        hidden
        accept=".ics,.eml,text/calendar,message/rfc822"
        aria-label={t('web-invitations:replies.file')}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file) void take(file).catch(() => undefined);
        }}
      />
      <ActionButton
        may={may}
        variant="default"
        loading={receive.isPending}
        leftSection={<IconUpload size={18} aria-hidden />}
        onClick={() => input.current?.click()}
      >
        {t('web-invitations:replies.upload')}
      </ActionButton>
      <span className={css.hint}>{t('web-invitations:replies.uploadHint')}</span>
      {receive.error ? <p role="alert">{problemText(receive.error)}</p> : null}
      {reason ? <p role="status">{textOf(reason)}</p> : null}
    </div>
  );
}

/** Another time moves nothing by itself: a person proposes a new arrangement, which both sides sign. */
function Counters({ replies, sessionId }: { replies: CalendarReply[]; sessionId: string }) {
  const { t } = useTranslation();
  const open = replies.filter(({ kind, superseded }) => kind === 'counter' && !superseded);
  if (open.length === 0) return null;
  return (
    <section className={css.counters} aria-label={t('web-invitations:replies.counter')}>
      <h3>{t('web-invitations:replies.counter')}</h3>
      <ul>
        {open.map((reply) => (
          <li key={reply.id}>
            <Who reply={reply} /> <ProposedTime reply={reply} />
          </li>
        ))}
      </ul>
      <p>
        {t('web-invitations:replies.counterText')}{' '}
        <Link to={`/sessions/${sessionId}`}>{t('web-invitations:replies.counterLink')}</Link>
      </p>
    </section>
  );
}
