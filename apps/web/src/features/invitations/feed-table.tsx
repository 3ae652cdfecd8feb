import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../shared/api/hooks.js';
import { LANGUAGE_NAMES } from '../../shared/i18n/language.js';
import { useProblemText } from '../../shared/i18n/words.js';
import { useZone } from '../../shared/me.js';
import { ActionButton, allowedIn } from '../../shared/ui/action-button.js';
import { DataTable } from '../../shared/ui/data-table.js';
import { Moment } from '../../shared/ui/dates.js';
import { Dialog } from '../../shared/ui/dialog.js';
import { Words } from '../../shared/ui/text.js';
import { toast } from '../../shared/ui/toast.js';
import type { CalendarFeed } from './api.js';

export function FeedTable({ feeds, onRevoked }: { feeds: CalendarFeed[]; onRevoked: (id: string) => void }) {
  const { t } = useTranslation();
  const zone = useZone();
  const [ending, setEnding] = useState<CalendarFeed | null>(null);
  return (
    <>
      <DataTable
        label={t('web-invitations:feeds.standing')}
        rows={feeds}
        idOf={(feed) => feed.id}
        columns={[
          {
            key: 'what',
            label: t('web-invitations:feeds.what'),
            main: true,
            cell: (feed) => <What feed={feed} />,
          },
          {
            key: 'language',
            label: t('web-invitations:feeds.language'),
            cell: (feed) => <span lang={feed.language}>{LANGUAGE_NAMES[feed.language]}</span>,
          },
          {
            key: 'created',
            label: t('web-invitations:feeds.created'),
            cell: (feed) => <Moment at={feed.createdAt} zone={zone} />,
          },
          {
            key: 'used',
            label: t('web-invitations:feeds.used'),
            cell: (feed) =>
              feed.lastUsedAt ? <Moment at={feed.lastUsedAt} zone={zone} /> : t('web-invitations:feeds.neverUsed'),
          },
          {
            key: 'revoke',
            label: t('web-invitations:feeds.revoke'),
            cell: (feed) => (
              <ActionButton
                may={allowedIn(feed.allowedActions, 'revoke')}
                variant="default"
                size="xs"
                onClick={() => setEnding(feed)}
              >
                {t('web-invitations:feeds.revoke')}
              </ActionButton>
            ),
          },
        ]}
      />
      <Dialog open={ending !== null} onClose={() => setEnding(null)} title={t('web-invitations:feeds.revokeTitle')}>
        {ending ? <Revoke feed={ending} onClose={() => setEnding(null)} onRevoked={onRevoked} /> : null}
      </Dialog>
    </>
  );
}

function What({ feed }: { feed: CalendarFeed }) {
  const { t } = useTranslation();
  if (feed.channel === null) return t('web-invitations:feeds.personal');
  return feed.channel.name ? <Words value={feed.channel.name} /> : t('web-invitations:feeds.hidden');
}

function Revoke({
  feed,
  onClose,
  onRevoked,
}: {
  feed: CalendarFeed;
  onClose: () => void;
  onRevoked: (id: string) => void;
}) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const write = useWrite<undefined>();
  const revoke = async (): Promise<void> => {
    await write.mutateAsync({ method: 'DELETE', path: `/me/calendar-feeds/${feed.id}` });
    onRevoked(feed.id);
    toast(t('web-invitations:feeds.revoked'));
    onClose();
  };
  return (
    <>
      <p>{t('web-invitations:feeds.revokeText')}</p>
      {write.error ? <p role="alert">{textOf(write.error)}</p> : null}
      <Group gap={8}>
        <Button color="red" loading={write.isPending} onClick={() => void revoke().catch(() => undefined)}>
          {t('web-invitations:feeds.revokeTitle')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('web-shell:cancel')}
        </Button>
      </Group>
    </>
  );
}
