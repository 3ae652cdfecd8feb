import { Button } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowUp,
  IconDots,
  IconLanguage,
  IconLink,
  IconMessage,
  IconPencil,
} from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Agenda, AgendaItem } from '../../shared/api/types.js';
import { useProblemText } from '../../shared/i18n/words.js';
import { ActionButton, allowedIn } from '../../shared/ui/action-button.js';
import { announce } from '../../shared/ui/announce.js';
import { Dialog } from '../../shared/ui/dialog.js';
import { Words } from '../../shared/ui/text.js';
import { toast } from '../../shared/ui/toast.js';
import css from './agenda.module.css';
import { itemStep, moveItem, useAgendaWrite } from './api.js';
import type { RowMode } from './item-row.js';
import { ItemWarnings } from './item-warnings.js';
import { peersOf } from './peers.js';

interface RowActionsProps {
  item: AgendaItem;
  agenda: Agenda;
  mode: RowMode;
  onMode: (mode: RowMode) => void;
}

/** What this reader may do with a row: the usual at hand, the rest behind one button. Moving has buttons that keep the focus. */
export function RowActions({ item, agenda, mode, onMode }: RowActionsProps) {
  const { t } = useTranslation();
  const write = useAgendaWrite();
  const textOf = useProblemText();
  const [more, setMore] = useState(false);
  const [asking, setAsking] = useState<'withdraw' | 'discussed' | null>(null);
  const usable = item.allowedActions.filter((entry) => entry.allowed);
  const peers = peersOf(agenda.items, item);
  const at = peers.findIndex((other) => other.id === item.id);
  const n = item.number ?? at + 1;
  const may = (action: string): boolean => allowedIn(usable, action) !== undefined;
  const move = async (by: number, button: string): Promise<void> => {
    await write.mutateAsync(moveItem(item.id, item.etag, at + 1 + by));
    announce(t('web-agenda:moved', { n: at + 1 + by }));
    document.getElementById(button)?.focus();
  };
  const arrow = (by: 1 | -1, icon: ReactNode): ReactNode => {
    const id = `${by < 0 ? 'up' : 'down'}-${item.id}`;
    return at + by < 0 || at + by >= peers.length ? null : (
      <Button
        id={id}
        size="compact-sm"
        variant="subtle"
        leftSection={icon}
        onClick={() => void move(by, id).catch(() => undefined)}
      >
        {t(by < 0 ? 'web-agenda:moveUp' : 'web-agenda:moveDown')}
      </Button>
    );
  };
  const opener = (to: 'edit' | 'translate' | 'links' | 'comments' | 'defer', icon: ReactNode, label: string) => (
    <Button
      size="compact-sm"
      variant={mode === to ? 'light' : 'subtle'}
      leftSection={icon}
      aria-expanded={mode === to}
      onClick={() => onMode(mode === to ? null : to)}
    >
      {label}
    </Button>
  );
  const words = (
    <>
      {may('edit') ? opener('edit', <IconPencil size={16} aria-hidden />, t('web-agenda:edit')) : null}
      {may('translate') ? opener('translate', <IconLanguage size={16} aria-hidden />, t('web-agenda:translate')) : null}
    </>
  );
  const comments =
    item.commentCount > 0 || may('comment')
      ? opener(
          'comments',
          <IconMessage size={16} aria-hidden />,
          t('web-agenda:comments.count', { count: item.commentCount }),
        )
      : null;
  // A heading or a break is seldom touched: all of it stands behind the one button.
  const quiet = item.kind !== 'item';
  const rest = ['move', 'link', 'defer', 'discuss', 'withdraw'].some(may) || quiet;
  return (
    <>
      {may('edit') || may('translate') ? <ItemWarnings sessionId={agenda.sessionId} itemId={item.id} /> : null}
      <div className={`${css.actions} fd-no-print`}>
        {quiet ? null : words}
        {quiet && item.commentCount === 0 ? null : comments}
        {rest ? (
          <Button
            size="compact-sm"
            variant="subtle"
            aria-expanded={more}
            aria-label={t('web-agenda:more', { title: item.title.text })}
            onClick={() => setMore(!more)}
          >
            <IconDots size={18} aria-hidden />
          </Button>
        ) : null}
      </div>
      {more ? (
        <div className={`${css.actions} fd-no-print`}>
          {quiet ? words : null}
          {quiet && item.commentCount === 0 ? comments : null}
          {may('move') ? arrow(-1, <IconArrowUp size={16} aria-hidden />) : null}
          {may('move') ? arrow(1, <IconArrowDown size={16} aria-hidden />) : null}
          {may('link') ? opener('links', <IconLink size={16} aria-hidden />, t('web-agenda:links.title')) : null}
          {may('defer') ? opener('defer', null, t('web-agenda:defer.title')) : null}
          <ActionButton
            may={allowedIn(usable, 'discuss')}
            size="compact-sm"
            variant="subtle"
            onClick={() => setAsking('discussed')}
          >
            {t('web-agenda:discussed.act')}
          </ActionButton>
          <ActionButton
            may={allowedIn(usable, 'withdraw')}
            size="compact-sm"
            variant="subtle"
            color="red"
            onClick={() => setAsking('withdraw')}
          >
            {t('web-agenda:withdraw')}
          </ActionButton>
        </div>
      ) : null}
      {write.error ? (
        <p role="alert" className={css.refused}>
          {textOf(write.error)}
        </p>
      ) : null}
      {asking ? (
        <Ask
          item={item}
          title={
            asking === 'withdraw'
              ? t('web-agenda:withdrawTitle', { kind: item.kind, n })
              : t('web-agenda:discussed.title', { n })
          }
          pending={write.isPending}
          red={asking === 'withdraw'}
          onClose={() => setAsking(null)}
          onYes={() =>
            void write.mutateAsync(itemStep(item, asking)).then(
              () => {
                setAsking(null);
                toast(
                  asking === 'withdraw'
                    ? t('web-agenda:withdrawn', { kind: item.kind, n })
                    : t('web-agenda:discussed.done', { n }),
                );
              },
              () => setAsking(null),
            )
          }
        />
      ) : null}
    </>
  );
}

interface AskProps {
  item: AgendaItem;
  title: string;
  pending: boolean;
  red: boolean;
  onYes: () => void;
  onClose: () => void;
}

function Ask({ item, title, pending, red, onYes, onClose }: AskProps) {
  return (
    <Dialog open onClose={onClose} title={title}>
      <p>
        <Words value={item.title} marks={false} />
      </p>
      <Button {...(red ? { color: 'red' } : {})} loading={pending} onClick={onYes}>
        {title}
      </Button>
    </Dialog>
  );
}
