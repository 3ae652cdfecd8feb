import type { Language } from '#core/kernel';
import { Button } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { allowedIn } from '../../shared/ui/action-button.js';
import { Empty } from '../../shared/ui/states.js';
import { TextMarks, Words } from '../../shared/ui/text.js';
import type { Translation, Unit } from './api.js';
import css from './translation.module.css';
import { UnitEditor } from './unit-editor.js';
import { Changes, SourceColumn, Tag, Warnings } from './unit-parts.js';

/** The texts of a request one below the other; one at a time stands open to be written. */
export function UnitList({ translation }: { translation: Translation }) {
  const { t } = useTranslation();
  const { texts, toLang } = translation;
  const may = allowedIn(translation.allowedActions, 'translate')?.allowed === true;
  const [openId, setOpenId] = useState<string | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const editable = texts.filter((unit) => unit.open);
  const opened = may ? editable.findIndex((unit) => unit.id === openId) : -1;

  // Where work goes on is brought into sight, under the keyboard.
  useEffect(() => {
    if (openId) list.current?.querySelector('[data-opened]')?.scrollIntoView({ block: 'nearest' });
  }, [openId]);

  const go = (step: 1 | -1): void => {
    const next = editable[opened + step];
    if (next) setOpenId(next.id);
  };
  const firstOpen = editable.find((unit) => unit.gap !== null) ?? editable[0];
  if (texts.length === 0) return <Empty>{t('web-translation:noTexts')}</Empty>;
  return (
    <>
      {may && opened < 0 && firstOpen ? (
        <p className="fd-no-print">
          <Button leftSection={<IconPencil size={18} aria-hidden />} onClick={() => setOpenId(firstOpen.id)}>
            {t('web-translation:work.begin')}
          </Button>
        </p>
      ) : null}
      <ol className={css.units} ref={list}>
        {texts.map((unit, index) => (
          <li
            key={unit.id}
            className={css.unit}
            data-gap={unit.gap ?? undefined}
            data-opened={unit.id === editable[opened]?.id || undefined}
          >
            <UnitHead unit={unit} number={index + 1} lang={toLang} />
            {unit.id === editable[opened]?.id ? (
              <UnitEditor
                key={unit.id}
                translation={translation}
                unit={unit}
                first={opened === 0}
                last={opened === editable.length - 1}
                go={go}
                close={() => setOpenId(null)}
              />
            ) : (
              <UnitTexts unit={unit} lang={toLang}>
                {may && unit.open ? (
                  <Button
                    size="compact-md"
                    variant="default"
                    className="fd-no-print"
                    onClick={() => setOpenId(unit.id)}
                  >
                    {t('web-translation:work.edit')}
                    <span className="fd-hidden"> {unit.label.text}</span>
                  </Button>
                ) : null}
              </UnitTexts>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

function UnitHead({ unit, number, lang }: { unit: Unit; number: number; lang: Language }) {
  const { t } = useTranslation();
  return (
    <header className={css.unitHead}>
      <h3>
        <span className={css.number}>{number}</span> {t(`web-translation:field.${unit.field}`)}
      </h3>
      <Link to={unit.path} className={css.small}>
        <Words value={unit.label} marks={false} />
      </Link>
      <span className={css.gap}>
        {unit.target ? (
          <TextMarks value={viewOf(unit, lang)} asked={lang} />
        ) : (
          <span className={css.missing}>{t('common:texts.missing')}</span>
        )}
        {unit.noChange ? <span className={css.small}>{t('web-translation:keptAsIs')}</span> : null}
        {unit.open ? null : <span className={css.small}>{t('web-translation:closed')}</span>}
      </span>
    </header>
  );
}

/** The target as the marks of texts want it. */
function viewOf(unit: Unit, lang: Language): Parameters<typeof TextMarks>[0]['value'] {
  const { target, source, gap } = unit;
  const status = target?.status;
  return {
    text: target?.text ?? '',
    lang,
    status:
      status === 'draft' || status === 'machine' || status === 'checked' || status === 'authentic' ? status : 'missing',
    stale: gap === 'stale',
    of: target?.of ?? 0,
    revision: source.revision,
  };
}

/** Source and target beside each other, to be read. */
function UnitTexts({ unit, lang, children }: { unit: Unit; lang: Language; children: ReactNode }) {
  return (
    <div className={css.beside} data-three={unit.changes !== null || undefined}>
      <SourceColumn unit={unit} />
      <div>
        <Tag lang={lang} />
        {unit.target ? (
          <p lang={lang} className={css.prose}>
            {unit.target.text}
          </p>
        ) : null}
        <Warnings list={unit.warnings} />
        {children}
      </div>
      <Changes unit={unit} />
    </div>
  );
}
