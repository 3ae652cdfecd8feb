import { newId } from '#core/kernel';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead, useWrite } from '../../shared/api/hooks.js';
import { AreaField, TextField } from '../../shared/forms/fields.js';
import { Form, valueOf } from '../../shared/forms/form.js';
import { LanguageFields, textsOf } from '../../shared/forms/language-fields.js';
import { useLanguage } from '../../shared/i18n/language.js';
import { useProblemText } from '../../shared/i18n/words.js';
import { ActionButton, allowedIn } from '../../shared/ui/action-button.js';
import { Private, SideName, State } from '../../shared/ui/badges.js';
import { Section } from '../../shared/ui/page.js';
import { Answer, Empty } from '../../shared/ui/states.js';
import { Words } from '../../shared/ui/text.js';
import { toast } from '../../shared/ui/toast.js';
import type { Meeting, Support, SupportList } from './api.js';
import css from './multilateral.module.css';

/** Requests for support: restricted, opened only when asked for because every reading is logged. */
export function SupportSection({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  if (!allowedIn(meeting.allowedActions, 'add-support')?.allowed) return null;
  return (
    <Section
      title={t('web-multilateral:support.title')}
      aside={<State>{t('web-multilateral:support.restricted')}</State>}
    >
      {open ? (
        <SupportRequests meeting={meeting} />
      ) : (
        <div className="fd-no-print">
          <p className={css.muted}>{t('web-multilateral:support.logged')}</p>
          <Button variant="default" onClick={() => setOpen(true)}>
            {t('web-multilateral:support.open')}
          </Button>
        </div>
      )}
    </Section>
  );
}

function SupportRequests({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  const read = useRead<SupportList>(`/multilateral-meetings/${meeting.id}/support-requests`);
  return (
    <Answer read={read} head={false}>
      {({ items, allowedActions }) => (
        <>
          {items.length === 0 ? <Empty>{t('web-multilateral:support.none')}</Empty> : null}
          <ul className={css.list} hidden={items.length === 0}>
            {items.map((one) => (
              <li key={one.id}>
                {one.state === 'draft' ? (
                  <Private label={t('web-multilateral:private')}>
                    <SupportRow support={one} />
                  </Private>
                ) : (
                  <SupportRow support={one} />
                )}
              </li>
            ))}
          </ul>
          {adding ? (
            <section className={css.panel}>
              <h3>{t('web-multilateral:act.add-support')}</h3>
              <AddForm meetingId={meeting.id} onDone={() => setAdding(false)} />
            </section>
          ) : (
            <div className={`${css.acts} fd-no-print`}>
              <ActionButton
                may={allowedIn(allowedActions, 'add-support')}
                variant="default"
                onClick={() => setAdding(true)}
              >
                {t('web-multilateral:act.add-support')}
              </ActionButton>
            </div>
          )}
        </>
      )}
    </Answer>
  );
}

function SupportRow({ support }: { support: Support }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const write = useWrite<SupportList>();
  const send = (action: string): void =>
    void write
      .mutateAsync({
        method: 'POST',
        path: `/multilateral-support-requests/${support.id}/${action}`,
        ifMatch: support.etag,
        body: {},
      })
      .then(
        () => toast(t(`web-multilateral:support.done.${action}`)),
        () => {
          // The refusal is shown beneath the buttons.
        },
      );
  return (
    <div className={css.row}>
      <div>
        <SideName side={support.side} />
        <div>
          <State tone={support.state === 'supported' ? 'done' : 'open'}>
            {t(`web-multilateral:support.${support.state}`)}
          </State>
        </div>
      </div>
      <div>
        <p className={css.rowTitle}>
          <Words value={support.office} />
        </p>
        <p className={css.meta}>{support.candidate}</p>
        {support.note ? (
          <p className={css.text}>
            <Words value={support.note} />
          </p>
        ) : null}
        {support.answer ? (
          <p className={css.line}>
            <Words value={support.answer} />
          </p>
        ) : null}
        <div className={`${css.acts} fd-no-print`}>
          {(['ask', 'support', 'decline', 'withdraw'] as const).map((action) => (
            <ActionButton
              key={action}
              may={allowedIn(support.allowedActions, action)}
              size="compact-md"
              variant={action === 'ask' || action === 'support' ? 'filled' : 'default'}
              loading={write.isPending}
              onClick={() => send(action)}
            >
              {t(`web-multilateral:support.act.${action}`)}
            </ActionButton>
          ))}
        </div>
        {write.error ? <p role="alert">{textOf(write.error)}</p> : null}
      </div>
    </div>
  );
}

function AddForm({ meetingId, onDone }: { meetingId: string; onDone: () => void }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const write = useWrite<SupportList>();
  const [idempotencyKey] = useState(newId);
  return (
    <Form
      draft={`support-new.${meetingId}.${lang}`}
      label={t('web-multilateral:act.add-support')}
      submit={t('web-multilateral:act.save')}
      pending={write.isPending}
      onCancel={onDone}
      onSubmit={async (data) => {
        const note = valueOf(data, 'note');
        await write.mutateAsync({
          method: 'POST',
          path: `/multilateral-meetings/${meetingId}/support-requests`,
          idempotencyKey,
          body: {
            lang,
            office: textsOf(data, 'office'),
            candidate: valueOf(data, 'candidate'),
            ...(note ? { note } : {}),
          },
        });
        toast(t('web-multilateral:done.private'));
        onDone();
      }}
    >
      <LanguageFields name="office" label={t('web-multilateral:support.office')} source={lang} />
      <TextField
        name="candidate"
        label={t('web-multilateral:support.candidate')}
        hint={t('web-multilateral:support.candidateHint')}
        required
      />
      <AreaField name="note" label={t('web-multilateral:support.note')} hint={t('web-proposals:bothRead')} />
    </Form>
  );
}
