import { partyName } from '#core/kernel';
import { formatDateTime } from '#core/i18n';
import { useTranslation } from 'react-i18next';
import type { Key } from '../api/types.js';
import { useLanguage } from '../i18n/language.js';
import { useZone } from '../me.js';
import css from './keys.module.css';

const OUTLINE = 'M7.5 2.5a5 5 0 1 0 3.9 8.1l1.6 1.6h2.2v2.2h2.2v2.2h4.1v-3.4l-8.9-8.9A5 5 0 0 0 7.5 2.5Z';

const SIGNED = { signed: 'web-words:keys.signed', waits: 'web-words:keys.waits' };

/** Two key shapes, the reader's own side first: outline = not turned, filled = turned; the words stand beside them. */
export function Keys({
  keys,
  words = true,
  wording = SIGNED,
}: {
  keys: Key[];
  words?: boolean;
  /** Keys of the catalogue, for keys that are no signature. */
  wording?: { signed: string; waits: string };
}) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const zone = useZone();
  const say = (key: Key): string =>
    t(key.turned ? wording.signed : wording.waits, { party: partyName(key.side, lang) });
  const detail = (key: Key): string =>
    [say(key), key.post?.title.text, key.at ? formatDateTime(key.at, zone, lang) : null].filter(Boolean).join(' · ');
  const both = keys.length > 0 && keys.every((key) => key.turned);
  return (
    <span className={css.keys} data-both={both || undefined}>
      {keys.map((key) => (
        <svg
          key={key.side}
          className={css.key}
          data-side={key.side}
          data-turned={key.turned || undefined}
          viewBox="0 0 24 19"
          width="26"
          height="20"
          aria-hidden
        >
          <title>{detail(key)}</title>
          <path d={OUTLINE} />
          <circle cx="6.2" cy="6.2" r="1.5" />
        </svg>
      ))}
      <span className={words ? css.words : 'fd-hidden'}>{keys.map(say).join(' · ')}</span>
    </span>
  );
}
