import type { Translate } from '#core/i18n';

/** Kinds of proposals that have a word of their own in `mail.json`; others are just proposals. */
const known: readonly string[] = [
  ...['arrangement', 'level'].map((change) => `session.${change}`),
  ...['agree', 'level', 'spawn', 'suspend', 'resume', 'conclude', 'rename', 'details', 'agenda-template'].map(
    (change) => `channel.${change}`,
  ),
  'agenda.publish',
  'agenda-item.defer',
  'glossary.term',
  'paper.widen',
  ...['change', 'resolve', 'measure'].map((change) => `radio.${change}`),
  ...['ad-referendum', 'signing', 'adoption', 'release', 'not-public'].map((change) => `record.${change}`),
  'channel.record-rules',
  'action-item.cancel',
  'action-item.supersede',
  'channel.action-rules',
  'channel.reminder-rules',
  'commitment.status',
  'commitment.details',
  'instrument.record',
  ...['accept', 'return', 'settle'].map((change) => `escalation.${change}`),
  'multilateral.common-line',
  'multilateral.contribution',
  'multilateral.meeting',
];

/** What a proposal of this kind is about, in a word or two. */
export function proposalWord(kind: string, t: Translate): string {
  return known.includes(kind) ? t(`mail:proposals.${kind}`) : t('mail:proposals.other');
}
