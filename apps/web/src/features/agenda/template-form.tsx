import { LANGUAGES } from '#core/kernel';
import { Button } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../shared/api/hooks.js';
import type { AgendaTemplate } from '../../shared/api/types.js';
import { AreaField, FieldRow, NumberField, SelectField, TextField } from '../../shared/forms/fields.js';
import { Form, numberOf, useFormState, valueOf } from '../../shared/forms/form.js';
import { LANGUAGE_NAMES } from '../../shared/i18n/language.js';
import { announce } from '../../shared/ui/announce.js';
import { toast } from '../../shared/ui/toast.js';
import { OBJECTIVES } from './item-values.js';
import css from './template-form.module.css';

type Code = AgendaTemplate['items'][number]['standing'];
const CODES: readonly Code[] = [
  'opening',
  'follow_up',
  'policies_first',
  'policies_second',
  'issues',
  'multilateral',
  'other_business',
  'next_meeting',
];
const TURNS = ['alternating', 'guest', 'host'] as const;
/** Name of the field that holds which items there are and in what order. */
const ORDER = 'order';

const codesIn = (text: string): Code[] => text.split(' ').flatMap((word) => CODES.find((code) => code === word) ?? []);

function initialOf(template: AgendaTemplate): Record<string, string> {
  const values: Record<string, string> = {
    first: template.first,
    [ORDER]: template.items.map((item) => item.standing).join(' '),
  };
  for (const code of CODES) {
    const item = template.items.find(({ standing }) => standing === code);
    values[`${code}.minutes`] = String(item?.minutes ?? 20);
    values[`${code}.objective`] = item?.objective ?? 'discuss';
    for (const lang of LANGUAGES) values[`${code}.${lang}`] = item?.ownTitle ? (item.title.all?.[lang].text ?? '') : '';
  }
  return values;
}

/** Proposes other standing items for the channel; they hold once the other side agrees. */
export function TemplateForm({ template, onDone }: { template: AgendaTemplate; onDone: () => void }) {
  const { t } = useTranslation();
  const write = useWrite<AgendaTemplate>();
  const [initial] = useState(() => initialOf(template));
  const send = async (data: FormData): Promise<void> => {
    const items = codesIn(valueOf(data, ORDER)).map((standing) => {
      const words = LANGUAGES.map((lang) => [lang, valueOf(data, `${standing}.${lang}`)] as const);
      return {
        standing,
        minutes: numberOf(data, `${standing}.minutes`),
        objective: valueOf(data, `${standing}.objective`),
        ...(words.some(([, text]) => text !== '') ? { title: Object.fromEntries(words) } : {}),
      };
    });
    const reason = valueOf(data, 'reason');
    const body = { first: valueOf(data, 'first'), items, ...(reason === '' ? {} : { reason }) };
    await write.mutateAsync({ method: 'POST', path: `/channels/${template.channelId}/agenda-template`, body });
    toast(t('web-agenda:template.proposed'));
    onDone();
  };
  return (
    <Form
      draft={`agenda-template.${template.channelId}`}
      initial={initial}
      label={t('web-agenda:template.propose')}
      submit={t('web-agenda:template.propose')}
      pending={write.isPending}
      onSubmit={send}
      onCancel={onDone}
    >
      <Items />
      <SelectField
        name="first"
        label={t('web-agenda:template.first')}
        options={TURNS.map((value) => ({ value, label: t(`web-agenda:template.turn.${value}`) }))}
      />
      <AreaField name="reason" label={t('web-agenda:defer.reason')} hint={t('web-proposals:bothRead')} rows={2} />
    </Form>
  );
}

function Items() {
  const { t } = useTranslation();
  const { initial } = useFormState();
  const [order, setOrder] = useState(() => codesIn(initial[ORDER] ?? ''));
  const hidden = useRef<HTMLInputElement>(null);
  const text = order.join(' ');
  const kept = useRef(text);
  useEffect(() => {
    if (text === kept.current) return;
    kept.current = text;
    hidden.current?.dispatchEvent(new Event('input', { bubbles: true }));
  }, [text]);
  const move = (code: Code, by: 1 | -1): void => {
    const next = order.filter((other) => other !== code);
    const to = order.indexOf(code) + by;
    next.splice(to, 0, code);
    setOrder(next);
    announce(t('web-agenda:moved', { n: to + 1 }));
  };
  const left = CODES.filter((code) => !order.includes(code));
  const nameOf = (code: Code): string => t(`agenda:standing.${code}`);
  return (
    <>
      <input ref={hidden} type="hidden" name={ORDER} value={text} readOnly />
      <ol className={css.items}>
        {order.map((code, index) => (
          <li key={code}>
            <fieldset>
              <legend>{nameOf(code)}</legend>
              <FieldRow>
                <NumberField name={`${code}.minutes`} label={t('web-agenda:field.minutes')} required />
                <SelectField
                  name={`${code}.objective`}
                  label={t('web-agenda:field.objective')}
                  options={OBJECTIVES.map((value) => ({ value, label: t(`web-agenda:objective.${value}`) }))}
                />
              </FieldRow>
              <details>
                <summary>{t('web-agenda:template.ownWords')}</summary>
                {LANGUAGES.map((lang) => (
                  <TextField
                    key={lang}
                    name={`${code}.${lang}`}
                    lang={lang}
                    label={t('web-agenda:field.title', { language: LANGUAGE_NAMES[lang] })}
                  />
                ))}
              </details>
              <div className={css.acts}>
                <Button
                  size="compact-sm"
                  variant="default"
                  disabled={index === 0}
                  leftSection={<IconArrowUp size={16} aria-hidden />}
                  onClick={() => move(code, -1)}
                >
                  {t('web-agenda:moveUp')}
                </Button>
                <Button
                  size="compact-sm"
                  variant="default"
                  disabled={index === order.length - 1}
                  leftSection={<IconArrowDown size={16} aria-hidden />}
                  onClick={() => move(code, 1)}
                >
                  {t('web-agenda:moveDown')}
                </Button>
                <Button
                  size="compact-sm"
                  variant="subtle"
                  disabled={order.length === 1}
                  aria-label={t('web-agenda:links.remove', { title: nameOf(code) })}
                  onClick={() => setOrder(order.filter((other) => other !== code))}
                >
                  {t('web-agenda:links.removeShort')}
                </Button>
              </div>
            </fieldset>
          </li>
        ))}
      </ol>
      {left.length > 0 ? (
        <div className={css.acts}>
          {left.map((code) => (
            <Button key={code} size="compact-md" variant="default" onClick={() => setOrder([...order, code])}>
              {t('web-agenda:links.add', { title: nameOf(code) })}
            </Button>
          ))}
        </div>
      ) : null}
    </>
  );
}
