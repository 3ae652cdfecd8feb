import { Button, Checkbox, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LANGUAGE_NAMES, useLanguage } from '../../shared/i18n/language.js';
import { useProblemText } from '../../shared/i18n/words.js';
import { Dialog } from '../../shared/ui/dialog.js';
import { toast } from '../../shared/ui/toast.js';
import { onSlot, usePollWrite, type Poll, type PollSlot } from './api.js';
import css from './date-polls.module.css';
import { SlotTime } from './slot-time.js';

/** Refused because the same side would host twice: may be proposed as such, with a reason. */
const TWICE: readonly string[] = ['sessions.sameHostTwice', 'sessions.sameHostReason'];

interface DecideDialogProps {
  poll: Poll;
  slot: PollSlot;
  open: boolean;
  onClose: () => void;
}

/** Asks once more before a slot becomes the proposed date; a session that is only made by it is asked for its place. */
export function DecideDialog({ poll, slot, open, onClose }: DecideDialogProps) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const textOf = useProblemText();
  const write = usePollWrite(poll.id);
  const [place, setPlace] = useState('');
  const [again, setAgain] = useState(false);
  const [reason, setReason] = useState('');
  const [twice, setTwice] = useState(false);
  // A place is asked for where none can stand yet, and wherever the answer says that it is missing.
  const placed = poll.format !== 'online' && (!poll.session || write.error?.code === 'sessions.placeMissing');
  const decide = async (): Promise<void> => {
    const said = place.trim();
    const why = reason.trim();
    try {
      await write.mutateAsync(
        onSlot(poll, slot.id, 'decide', {
          ...(said === '' ? {} : { place: { lang, text: said } }),
          ...(again ? { sameHostAgain: true } : {}),
          ...(why === '' ? {} : { reason: why }),
        }),
      );
      toast(t('web-date-polls:decidedToast'));
      onClose();
    } catch (problem) {
      if (TWICE.includes((problem as { code?: string }).code ?? '')) setTwice(true);
    }
  };
  return (
    <Dialog open={open} onClose={onClose} title={t('web-date-polls:step.decide')}>
      <p>
        <SlotTime slot={slot} zone={poll.zone} />
      </p>
      <p>{t(poll.session ? 'web-date-polls:decideText' : 'web-date-polls:decideNew')}</p>
      {placed ? (
        <TextInput
          label={t('web-date-polls:place', { language: LANGUAGE_NAMES[lang] })}
          required
          lang={lang}
          maxLength={300}
          value={place}
          onChange={(event) => setPlace(event.currentTarget.value)}
        />
      ) : null}
      {twice ? (
        <>
          <Checkbox
            label={t('web-date-polls:sameHostAgain')}
            checked={again}
            onChange={(event) => setAgain(event.currentTarget.checked)}
          />
          <Textarea
            label={t('web-date-polls:sameHostReason')}
            description={t('web-date-polls:bothRead')}
            autosize
            minRows={2}
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </>
      ) : null}
      {write.error ? (
        <p role="alert" className={css.refused}>
          {textOf(write.error)}
        </p>
      ) : null}
      <div className={css.acts}>
        <Button
          loading={write.isPending}
          disabled={(placed && place.trim() === '') || (again && reason.trim() === '')}
          onClick={() => void decide()}
        >
          {t('web-date-polls:step.decide')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('web-shell:cancel')}
        </Button>
      </div>
    </Dialog>
  );
}
