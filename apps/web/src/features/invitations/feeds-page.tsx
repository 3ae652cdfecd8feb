import { Button, TextInput } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LANGUAGES } from '#core/kernel';
import { useRead, useWrite } from '../../shared/api/hooks.js';
import type { ChannelSummary, List } from '../../shared/api/types.js';
import { SelectField } from '../../shared/forms/fields.js';
import { Form, valueOf } from '../../shared/forms/form.js';
import { LANGUAGE_NAMES, useLanguage } from '../../shared/i18n/language.js';
import { useErrorText } from '../../shared/i18n/words.js';
import { allowedIn } from '../../shared/ui/action-button.js';
import { Page, Section } from '../../shared/ui/page.js';
import { Answer, Empty, Loading } from '../../shared/ui/states.js';
import { toast } from '../../shared/ui/toast.js';
import { useFeeds, type NewCalendarFeed } from './api.js';
import { FeedTable } from './feed-table.js';
import css from './invitations.module.css';

/** The addresses the reader has given to calendar programs: made, copied once, revoked. */
export function FeedsPage() {
  const { t } = useTranslation();
  const textOf = useErrorText();
  const feeds = useFeeds();
  const [made, setMade] = useState<NewCalendarFeed | null>(null);
  return (
    <Page title={t('web-invitations:feeds.title')}>
      <p className={css.lead}>{t('web-invitations:feeds.lead')}</p>
      <Answer read={feeds} head={false} rows={3}>
        {({ items, allowedActions }) => {
          const may = allowedIn(allowedActions, 'create');
          return (
            <>
              <Section title={t('web-invitations:feeds.new')}>
                {made ? <Address feed={made} onDone={() => setMade(null)} /> : null}
                {may?.allowed && !made ? <NewFeed onMade={setMade} /> : null}
                {may?.reason ? <p>{textOf(may.reason, { max: items.length })}</p> : null}
              </Section>
              <Section title={t('web-invitations:feeds.standing')}>
                {items.length === 0 ? (
                  <Empty>{t('web-invitations:feeds.none')}</Empty>
                ) : (
                  <FeedTable feeds={items} onRevoked={(id) => setMade((now) => (now?.id === id ? null : now))} />
                )}
              </Section>
            </>
          );
        }}
      </Answer>
    </Page>
  );
}

function NewFeed({ onMade }: { onMade: (feed: NewCalendarFeed) => void }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const channels = useRead<List<ChannelSummary>>('/channels');
  const write = useWrite<NewCalendarFeed>();
  if (!channels.data) return <Loading rows={2} head={false} />;
  const make = async (data: FormData): Promise<void> => {
    const channelId = valueOf(data, 'channelId');
    const what = channelId === '' ? { kind: 'personal' } : { kind: 'channel', channelId };
    const body = { ...what, language: valueOf(data, 'language') };
    onMade(await write.mutateAsync({ method: 'POST', path: '/me/calendar-feeds', body }));
  };
  return (
    <Form
      label={t('web-invitations:feeds.new')}
      submit={t('web-invitations:feeds.make')}
      pending={write.isPending}
      initial={{ language: lang }}
      onSubmit={make}
    >
      <SelectField
        name="channelId"
        label={t('web-invitations:feeds.what')}
        hint={t('web-invitations:feeds.whatHint')}
        options={[
          { value: '', label: t('web-invitations:feeds.personal') },
          ...channels.data.items.map((channel) => ({ value: channel.id, label: channel.name.text })),
        ]}
      />
      <SelectField
        name="language"
        label={t('web-invitations:feeds.language')}
        options={LANGUAGES.map((language) => ({ value: language, label: LANGUAGE_NAMES[language] }))}
      />
    </Form>
  );
}

/** Shown once: the server keeps only a digest. */
function Address({ feed, onDone }: { feed: NewCalendarFeed; onDone: () => void }) {
  const { t } = useTranslation();
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(feed.address);
    toast(t('web-invitations:feeds.copied'));
  };
  return (
    <div className={css.address} role="status">
      <TextInput
        readOnly
        label={t('web-invitations:feeds.address')}
        description={t('web-invitations:feeds.once')}
        value={feed.address}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div className={css.acts}>
        <Button leftSection={<IconCopy size={18} aria-hidden />} onClick={() => void copy().catch(() => undefined)}>
          {t('web-invitations:feeds.copy')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('web-invitations:feeds.done')}
        </Button>
      </div>
    </div>
  );
}
