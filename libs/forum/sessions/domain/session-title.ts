import { createTranslator } from '#core/i18n';
import { LANGUAGES, type Language, type LocalizedText, type Side, type Translation } from '#core/kernel';

/** What a session's title is made of. Ordinals are kept per side, because the sides may count differently (domain.md 1.1). */
export interface TitleParts {
  readonly channelName: LocalizedText;
  readonly ordinalKr: number | null;
  readonly ordinalJp: number | null;
}

/** "제7차 …", "第7回…", "7th …": the channel's name with the ordinal of the reader's side; neutral readers get the Korean count, the same unless the sides differ. */
export function sessionTitle(parts: TitleParts, side: Side | null): LocalizedText {
  const ordinal = side === 'jp' ? parts.ordinalJp : parts.ordinalKr;
  if (ordinal === null) return parts.channelName;
  const texts: Partial<Record<Language, Translation>> = {};
  for (const language of LANGUAGES) {
    const name = parts.channelName[language];
    if (name)
      texts[language] = {
        ...name,
        text: createTranslator(language).t('sessions:title', { ordinal, channel: name.text }),
      };
  }
  return { ...parts.channelName, ...texts };
}
