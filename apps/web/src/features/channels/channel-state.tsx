import { useTranslation } from 'react-i18next';
import type { ChannelSummary } from '../../shared/api/types.js';
import { SideName, State, type Tone } from '../../shared/ui/badges.js';

const TONES: Readonly<Record<string, Tone>> = {
  active: 'done',
  suspended: 'amber',
  stalled: 'amber',
  proposed: 'open',
};

/** Where a channel stands; after a break it says "resumed" until the second session, and of a suspension whose it is. */
export function ChannelState({ channel }: { channel: Pick<ChannelSummary, 'state' | 'resumed' | 'suspendedBy'> }) {
  const { t } = useTranslation();
  const { state, resumed, suspendedBy } = channel;
  return (
    <>
      <State tone={TONES[state] ?? 'plain'}>{t(`web-words:channelState.${resumed ? 'resumed' : state}`)}</State>
      {suspendedBy === 'kr' || suspendedBy === 'jp' ? <SideName side={suspendedBy} /> : null}
      {suspendedBy === 'both' ? <span>{t('web-channels:byBoth')}</span> : null}
    </>
  );
}
