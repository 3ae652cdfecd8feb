import { LANGUAGES, type Language } from '#core/kernel';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgendaItem } from '../../shared/api/types.js';
import { dropDraft, readDraft } from '../../shared/forms/drafts.js';
import { Words } from '../../shared/ui/text.js';
import css from './agenda.module.css';
import { draftOf } from './drafts.js';

const FIELDS = ['title', 'description', 'privateNote'];

/** An item was withdrawn while it was being written or translated: what was typed stays, to be read and copied. */
export function GoneNote({ item, onClose }: { item: AgendaItem; onClose: () => void }) {
  const { t } = useTranslation();
  const [drafts] = useState(() =>
    LANGUAGES.flatMap((lang) =>
      (['edit', 'translate'] as const).map((mode) => ({ lang, key: draftOf(mode, item.id, lang) })),
    ),
  );
  const texts = drafts.flatMap(({ key, lang }) => {
    const kept = readDraft(key);
    return FIELDS.flatMap((name) => (kept?.[name] ? [{ lang, text: kept[name] }] : []));
  });
  return (
    <section className={css.panel} role="alert">
      <p>
        {t('web-agenda:gone')} <Words value={item.title} marks={false} />
      </p>
      {texts.map(({ text, lang }: { text: string; lang: Language }) => (
        <p key={`${lang} ${text}`} lang={lang} className={css.prose}>
          {text}
        </p>
      ))}
      <Button
        variant="default"
        onClick={() => {
          for (const { key } of drafts) dropDraft(key);
          onClose();
        }}
      >
        {t('web-shell:close')}
      </Button>
    </section>
  );
}
