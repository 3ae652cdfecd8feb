import { newId } from '#core/kernel';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useWrite } from '../../shared/api/hooks.js';
import type { NextSession, SessionDetail } from '../../shared/api/types.js';
import { Form } from '../../shared/forms/form.js';
import { useLanguage } from '../../shared/i18n/language.js';
import { FilterSelect, Filters, useFilters } from '../../shared/ui/filters.js';
import { SideName } from '../../shared/ui/badges.js';
import { Facts, Page } from '../../shared/ui/page.js';
import { Answer } from '../../shared/ui/states.js';
import { useChannels, useNextSession } from './api.js';
import { ArrangementFields, arrangementOf } from './arrangement-fields.js';

/** A secretariat notes down a session; it stays with its side until it is proposed. */
export function NewSessionPage() {
  const { t } = useTranslation();
  const { get } = useFilters();
  const channelId = get('channel');
  const channels = useChannels();
  const next = useNextSession(channelId);
  return (
    <Page title={t('web-sessions:new.title')} trail={[{ to: '/sessions', label: t('web-sessions:title') }]}>
      <p>{t('web-sessions:new.lead')}</p>
      <Filters label={t('web-sessions:channel')}>
        <FilterSelect
          name="channel"
          label={t('web-sessions:channel')}
          options={[
            { value: '', label: t('web-sessions:new.choose') },
            ...(channels.data?.items ?? []).map((channel) => ({ value: channel.id, label: channel.name.text })),
          ]}
        />
      </Filters>
      {channelId === '' ? null : (
        <Answer read={next} head={false}>
          {(data) => <NewSession key={channelId} channelId={channelId} next={data} />}
        </Answer>
      )}
    </Page>
  );
}

function NewSession({ channelId, next }: { channelId: string; next: NextSession }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const navigate = useNavigate();
  const [idempotencyKey] = useState(newId);
  const create = useWrite<SessionDetail>();
  return (
    <>
      <Facts
        rows={[
          [t('web-sessions:new.turn'), next.host ? <SideName side={next.host} /> : t('web-sessions:new.noTurn')],
          [
            t('web-sessions:new.numbers'),
            <span key="numbers">
              {next.ordinals.map(({ side, ordinal }) => (
                <span key={side}>
                  <SideName side={side} />{' '}
                  {ordinal === null ? t('web-sessions:new.uncounted') : t('web-sessions:nth', { n: ordinal })}{' '}
                </span>
              ))}
            </span>,
          ],
        ]}
      />
      <Form
        draft={`session-new.${channelId}`}
        initial={{
          format: 'in_person',
          level: next.level,
          hostSide: next.host ?? '',
          zone: next.zone ?? 'Asia/Seoul',
          country: next.host?.toUpperCase() ?? '',
        }}
        label={t('web-sessions:new.title')}
        submit={t('web-sessions:new.save')}
        pending={create.isPending}
        onSubmit={async (data) => {
          const session = await create.mutateAsync({
            method: 'POST',
            path: '/sessions',
            idempotencyKey,
            body: { channelId, ...arrangementOf(data, lang) },
          });
          await navigate(`/sessions/${session.id}`);
        }}
      >
        <ArrangementFields withReason={false} />
      </Form>
    </>
  );
}
