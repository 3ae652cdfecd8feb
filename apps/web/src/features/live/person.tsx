import { formatName } from '#core/i18n';
import { partyName, type Language } from '#core/kernel';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../shared/i18n/language.js';
import { textIn } from '../../shared/texts.js';
import { SideName } from '../../shared/ui/badges.js';
import type { LiveMember, LiveSpeaker } from './api.js';
import css from './live.module.css';

/** A member as the list has them: name, then post; the post alone where no name was given (domain.md 6). */
export function MemberName({ member, lang: wanted }: { member: LiveMember; lang?: Language }) {
  const page = useLanguage();
  const lang = wanted ?? page;
  const name = formatName(member.names, lang);
  const title = textIn(member.post.title, lang) ?? member.post.title;
  return (
    <span className={css.person}>
      {name.text ? (
        <span lang={name.lang === page ? undefined : name.lang} className={css.name}>
          {name.text}
        </span>
      ) : null}
      <span lang={title.lang === page ? undefined : title.lang} className={name.text ? css.post : css.name}>
        {title.text}
      </span>
    </span>
  );
}

/** Who speaks: side and person, or the side alone, whose speaker rises in the room. In `lang` where it is not the page's. */
export function SpeakerName({ speaker, lang }: { speaker: LiveSpeaker; lang?: Language }) {
  const { t: own, i18n } = useTranslation();
  const t = lang ? i18n.getFixedT(lang) : own;
  return (
    <span className={css.speaker} lang={lang}>
      {lang ? (
        <span className={css.ofSide} data-side={speaker.side}>
          {partyName(speaker.side, lang)}
        </span>
      ) : (
        <SideName side={speaker.side} />
      )}
      {speaker.member ? (
        <MemberName member={speaker.member} {...(lang ? { lang } : {})} />
      ) : (
        <span className={css.post}>{t('web-live:speakers.unnamed')}</span>
      )}
    </span>
  );
}
