import { LANGUAGES, type Language } from '#core/kernel';
import { useTranslation } from 'react-i18next';
import type { Proposal, TextView } from '../../shared/api/types.js';
import { LANGUAGE_NAMES } from '../../shared/i18n/language.js';
import { Facts } from '../../shared/ui/page.js';
import { Words } from '../../shared/ui/text.js';
import type { LadderLevel } from './api.js';
import css from './escalations.module.css';

type Texts = Partial<Record<Language, string>>;

interface Content {
  title?: Texts & TextView;
  summary?: Texts;
  request?: Texts;
  toLevel?: LadderLevel;
  fromLevel?: LadderLevel;
  level?: LadderLevel;
  outcome?: TextView;
}

/** What both keys stand on: the very words in all languages and the way, the level it goes back to, or how it was settled. */
export function RiseProposal({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation();
  const content = proposal.content as Content;
  if (proposal.kind === 'escalation.accept') {
    return (
      <>
        <Facts
          rows={[
            [t('web-escalations:ladder.from'), t(`web-escalations:level.${content.fromLevel ?? 'experts'}`)],
            [t('web-escalations:ladder.to'), t(`web-escalations:level.${content.toLevel ?? 'minister'}`)],
          ]}
        />
        <div className={css.texts}>
          {LANGUAGES.map((lang) => (
            <section key={lang} lang={lang}>
              <h3>{LANGUAGE_NAMES[lang]}</h3>
              <p>
                <strong>{content.title?.[lang]}</strong>
              </p>
              <p className={css.text}>{content.summary?.[lang]}</p>
              <p className={css.text}>{content.request?.[lang]}</p>
            </section>
          ))}
        </div>
      </>
    );
  }
  return (
    <Facts
      rows={[
        [t('web-escalations:ladder.back'), content.level ? t(`web-escalations:level.${content.level}`) : null],
        [t('web-escalations:field.outcome'), content.outcome ? <Words key="outcome" value={content.outcome} /> : null],
      ]}
    />
  );
}
