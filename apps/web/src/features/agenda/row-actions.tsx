import { Button } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconLanguage, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Agenda, AgendaItem } from '../../shared/api/types.js';
import { useProblemText } from '../../shared/i18n/words.js';
import { ActionButton, allowedIn } from '../../shared/ui/action-button.js';
import { announce } from '../../shared/ui/announce.js';
import { Dialog } from '../../shared/ui/dialog.js';
import { Words } from '../../shared/ui/text.js';
import css from './agenda.module.css';
import { moveItem, useAgendaWrite, withdrawItem } from './api.js';
import { toast } from '../../shared/ui/toast.js';

/** What this reader may do with an item; moving has no drag, only buttons that keep the focus. */
export function RowActions({
  item,
  agenda,
  onMode,
}: {
  item: AgendaItem;
  agenda: Agenda;
  onMode: (mode: 'edit' | 'translate') => void;
}) {
  const { t } = useTranslation();
  const write = useAgendaWrite();
  const textOf = useProblemText();
  const [asking, setAsking] = useState(false);
  const usable = item.allowedActions.filter((entry) => entry.allowed);
  if (usable.length === 0) return null;
  // Rows move among their own: shared ones, or the own drafts.
  const peers = agenda.items.filter((other) => other.audience === item.audience);
  const at = peers.findIndex((other) => other.id === item.id);
  const n = item.number ?? at + 1;
  const move = async (by: number, button: string): Promise<void> => {
    await write.mutateAsync(moveItem(item.id, item.etag, at + 1 + by));
    announce(t('web-agenda:moved', { n: n + by }));
    document.getElementById(button)?.focus();
  };
  const mayMove = allowedIn(usable, 'move');
  return (
    <div className={`${css.actions} fd-no-print`}>
      <ActionButton
        may={allowedIn(usable, 'edit')}
        size="compact-sm"
        variant="default"
        leftSection={<IconPencil size={16} aria-hidden />}
        onClick={() => onMode('edit')}
      >
        {t('web-agenda:edit')}
      </ActionButton>
      <ActionButton
        may={allowedIn(usable, 'translate')}
        size="compact-sm"
        variant="default"
        leftSection={<IconLanguage size={16} aria-hidden />}
        onClick={() => onMode('translate')}
      >
        {t('web-agenda:translate')}
      </ActionButton>
      {mayMove && at > 0 ? (
        <Button
          id={`up-${item.id}`}
          size="compact-sm"
          variant="default"
          aria-label={t('web-agenda:moveUp', { n })}
          onClick={() => void move(-1, `up-${item.id}`).catch(() => undefined)}
        >
          <IconArrowUp size={16} aria-hidden />
        </Button>
      ) : null}
      {mayMove && at < peers.length - 1 ? (
        <Button
          id={`down-${item.id}`}
          size="compact-sm"
          variant="default"
          aria-label={t('web-agenda:moveDown', { n })}
          onClick={() => void move(1, `down-${item.id}`).catch(() => undefined)}
        >
          <IconArrowDown size={16} aria-hidden />
        </Button>
      ) : null}
      <ActionButton
        may={allowedIn(usable, 'withdraw')}
        size="compact-sm"
        variant="subtle"
        color="red"
        onClick={() => setAsking(true)}
      >
        {t('web-agenda:withdraw')}
      </ActionButton>
      {write.error ? (
        <span role="alert" className={css.refused}>
          {textOf(write.error)}
        </span>
      ) : null}
      <Dialog open={asking} onClose={() => setAsking(false)} title={t('web-agenda:withdrawTitle', { n })}>
        <p>
          <Words value={item.title} marks={false} />
        </p>
        <Button
          color="red"
          loading={write.isPending}
          onClick={() =>
            void write.mutateAsync(withdrawItem(item)).then(
              () => {
                setAsking(false);
                toast(t('web-agenda:withdrawn', { n }));
              },
              () => setAsking(false),
            )
          }
        >
          {t('web-agenda:withdrawTitle', { n })}
        </Button>
      </Dialog>
    </div>
  );
}
