import { instantOf, wallClock } from '#core/i18n';
import { newId } from '#core/kernel';
import { Alert, Button, Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { useProblemText } from '../../shared/i18n/words.js';
import { useMe, useZone } from '../../shared/me.js';
import { Page, Section } from '../../shared/ui/page.js';
import { Empty } from '../../shared/ui/states.js';
import { toast } from '../../shared/ui/toast.js';
import { useCreate } from './api.js';
import css from './date-polls.module.css';
import { FramePicker, type Frame } from './frame-picker.js';
import { addDays, firstDays } from './month-strip-days.js';
import { Picks } from './picks.js';
import { SuggestionPicker } from './suggestion-picker.js';

const END_OF_DAY = '18:00';
const NOTICE_DAYS = 90;
const ANSWER_DAYS = 10;

/** A new poll in three steps on one page: what for, which slots (suggested from both calendars), until when. */
export function NewPollPage() {
  const { t } = useTranslation();
  const me = useMe();
  return (
    <Page title={t('web-date-polls:new')} trail={[{ to: '/date-polls', label: t('web-date-polls:title') }]}>
      {me?.side ? <NewPoll today={me.today} side={me.side} /> : <Empty>{t('web-date-polls:sidesOnly')}</Empty>}
    </Page>
  );
}

function NewPoll({ today, side }: { today: string; side: 'kr' | 'jp' }) {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const textOf = useProblemText();
  const zone = useZone();
  const create = useCreate();
  const [idempotencyKey] = useState(newId);
  const [frame, setFrame] = useState<Frame>(() => ({
    channel: params.get('channel') ?? '',
    session: params.get('session') ?? '',
    minutes: '120',
    format: 'in_person',
    zone,
    host: side,
    ...firstDays(params.get('from') ?? addDays(today, NOTICE_DAYS)),
  }));
  const [slots, setSlots] = useState<readonly string[]>([]);
  const [deadline, setDeadline] = useState(addDays(today, ANSWER_DAYS));
  const [bothHeads, setBothHeads] = useState(true);
  const toggle = (start: string): void =>
    setSlots((now) => (now.includes(start) ? now.filter((one) => one !== start) : [...now, start].sort()));
  const send = async (): Promise<void> => {
    try {
      const poll = await create.mutateAsync({
        method: 'POST',
        path: '/date-polls',
        idempotencyKey,
        body: {
          channelId: frame.channel,
          ...(frame.session === '' ? {} : { sessionId: frame.session }),
          zone: frame.zone,
          minutes: Number(frame.minutes),
          format: frame.format,
          ...(frame.host === '' ? {} : { host: frame.host }),
          deadline: instantOf(deadline, END_OF_DAY, zone),
          slots,
          bothHeads,
        },
      });
      toast(t('web-date-polls:created'));
      await navigate(`/date-polls/${poll.id}`);
    } catch {
      // said above the button
    }
  };
  const ready = frame.channel !== '' && slots.length > 0 && deadline !== '';
  return (
    <>
      <FramePicker
        frame={frame}
        onChange={(next) => {
          // Slots chosen for another zone are other times: only a change of zone drops them.
          if (next.zone !== frame.zone) setSlots([]);
          setFrame(next);
        }}
      />
      {frame.channel === '' ? null : (
        <SuggestionPicker frame={frame} slots={slots} onToggle={toggle} onFrame={setFrame} />
      )}
      <Section title={t('web-date-polls:chosen')}>
        <Picks
          slots={slots}
          minutes={Number(frame.minutes)}
          zone={frame.zone}
          from={wallClock(slots.at(-1) ?? instantOf(frame.from, '10:00', frame.zone), frame.zone).date}
          onToggle={toggle}
        />
      </Section>
      <div className={css.frame}>
        <TextInput
          type="date"
          label={t('web-date-polls:deadline')}
          description={t('web-date-polls:endOfDay', { time: END_OF_DAY })}
          value={deadline}
          onChange={(event) => setDeadline(event.currentTarget.value)}
        />
        <Checkbox
          label={t('web-date-polls:bothHeads')}
          checked={bothHeads}
          onChange={(event) => setBothHeads(event.currentTarget.checked)}
        />
      </div>
      {create.error ? (
        <Alert role="alert" variant="outline">
          <p>{textOf(create.error)}</p>
          {create.error.fields.map((field) => (
            <p key={`${field.path} ${field.code}`}>{field.detail}</p>
          ))}
        </Alert>
      ) : null}
      <div className={css.acts}>
        <Button disabled={!ready} loading={create.isPending} onClick={() => void send()}>
          {t('web-date-polls:step.create')}
        </Button>
      </div>
      <p className={css.hint}>{t('web-date-polls:createNote')}</p>
    </>
  );
}
