import { useTranslation } from 'react-i18next';
import type { Tone } from '../../shared/ui/badges.js';

export const toneOf = (state: string): Tone =>
  state === 'sent' ? 'done' : state === 'failed' || state === 'in_doubt' ? 'amber' : 'plain';

/** What a reminder says, in a word or two: by its own name, else a deadline's, marked where the heads are told. */
export function useKind(): (rule: string) => string {
  const { t, i18n } = useTranslation();
  return (rule) => {
    if (i18n.exists(`reminders:rules.${rule}`)) return t(`reminders:rules.${rule}`);
    const deadline = rule.replace(/-overdue$/u, '');
    const words = t([`web-words:rule.${deadline}`, `reminders:rules.${deadline}`]);
    return deadline === rule ? words : t('reminders:overdue', { rule: words });
  };
}

/** The same reason says another thing of what is tried no more by itself, of what may have arrived, and of what was sent before. */
const STANDING: Readonly<Record<string, string>> = { failed: 'ForGood', in_doubt: 'InDoubt', sent: 'Sent' };

/** Why a reminder was not sent, or not yet. */
export function useReason(): (code: string | null, state: string) => string | null {
  const { t, i18n } = useTranslation();
  return (code, state) => {
    if (code === null) return null;
    const [area = '', name = ''] = code.split('.');
    const key = area === 'mail' ? `web-reminders:faults.${name}` : `reminders:errors.${name}`;
    const standing = STANDING[state];
    if (standing !== undefined && i18n.exists(`${key}${standing}`)) return t(`${key}${standing}`);
    return i18n.exists(key) ? t(key) : null;
  };
}

/** The path of a link that a mail carries with its whole address; null where it leads elsewhere. */
export function localPath(href: string, origin = window.location.origin): string | null {
  if (!URL.canParse(href, origin)) return null;
  const url = new URL(href, origin);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  return `${url.pathname}${url.search}${url.hash}`;
}
