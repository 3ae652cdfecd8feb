import { zoneName } from '#core/i18n';
import { partyName } from '#core/kernel';
import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../shared/i18n/language.js';
import { useSides } from '../../shared/me.js';
import { FORMATS, useChannels, useUpcoming } from './api.js';
import css from './date-polls.module.css';

export interface Frame {
  readonly channel: string;
  readonly session: string;
  readonly minutes: string;
  readonly format: string;
  readonly zone: string;
  /** The side that hosts; empty in a third country. */
  readonly host: string;
  readonly from: string;
  readonly to: string;
}

const MINUTES = ['60', '90', '120', '180', '240', '360', '480'];
const ZONES = ['Asia/Seoul', 'Asia/Tokyo', 'Europe/Zurich', 'Asia/Shanghai', 'UTC'];

/** For which channel or session, how long, in what form, and on whose clock. */
export function FramePicker({ frame, onChange }: { frame: Frame; onChange: (frame: Frame) => void }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const sides = useSides();
  const channels = useChannels();
  const sessions = useUpcoming(frame.channel);
  const set = (part: Partial<Frame>): void => onChange({ ...frame, ...part });
  return (
    <div className={css.frame}>
      <NativeSelect
        label={t('web-date-polls:channel')}
        required
        value={frame.channel}
        onChange={(event) => set({ channel: event.currentTarget.value, session: '' })}
        data={[
          { value: '', label: t('web-date-polls:choose') },
          ...(channels.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name.text })),
        ]}
      />
      <NativeSelect
        label={t('web-date-polls:session')}
        description={t('web-date-polls:sessionNote')}
        value={frame.session}
        onChange={(event) => set({ session: event.currentTarget.value })}
        data={[
          { value: '', label: t('web-date-polls:noSession') },
          ...(sessions.data?.items ?? []).map(({ id, title }) => ({ value: id, label: title.text })),
        ]}
      />
      <NativeSelect
        label={t('web-date-polls:length')}
        value={frame.minutes}
        onChange={(event) => set({ minutes: event.currentTarget.value })}
        data={MINUTES.map((value) => ({ value, label: t('web-date-polls:minutes', { count: Number(value) }) }))}
      />
      <NativeSelect
        label={t('web-date-polls:format')}
        value={frame.format}
        onChange={(event) => set({ format: event.currentTarget.value })}
        data={FORMATS.map((value) => ({ value, label: t(`web-date-polls:formats.${value}`) }))}
      />
      <NativeSelect
        label={t('web-date-polls:host')}
        value={frame.host}
        onChange={(event) => set({ host: event.currentTarget.value })}
        data={[
          ...sides.map((side) => ({ value: side, label: partyName(side, lang) })),
          { value: '', label: t('web-date-polls:thirdCountry') },
        ]}
      />
      <NativeSelect
        label={t('web-date-polls:zone')}
        value={frame.zone}
        onChange={(event) => set({ zone: event.currentTarget.value })}
        data={ZONES.map((value) => ({ value, label: zoneName(value, lang) }))}
      />
      <TextInput
        type="date"
        label={t('web-date-polls:from')}
        value={frame.from}
        onChange={(event) => set({ from: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t('web-date-polls:to')}
        value={frame.to}
        onChange={(event) => set({ to: event.currentTarget.value })}
      />
    </div>
  );
}
