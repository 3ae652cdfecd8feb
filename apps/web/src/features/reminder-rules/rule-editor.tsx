import { formatDayOffsets } from '#core/i18n';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../shared/api/problem.js';
import type { ReminderRule, ReminderRuleValues } from '../../shared/api/types.js';
import { ChoiceField, NumberField, SelectField, TextField } from '../../shared/forms/fields.js';
import { Form, numberOf, valueOf } from '../../shared/forms/form.js';
import { useLanguage } from '../../shared/i18n/language.js';
import { useRuleName } from '../../shared/reminder-rules/rule-words.js';
import { Dialog } from '../../shared/ui/dialog.js';
import css from './rules.module.css';

const DELIVERIES = ['by_day', 'single', 'digest'] as const;
const MINUS = /[−–‐‑ー－]/gu;

/** Days as people write them, in any width and with any minus and comma; null when something else stands among them. */
function daysIn(text: string): number[] | null {
  const words = text
    .normalize('NFKC')
    .replace(MINUS, '-')
    .split(/[\s,、·・]+/u)
    .filter((word) => word !== '');
  if (!words.every((word) => /^[+-]?\d{1,4}$/u.test(word))) return null;
  return [...new Set(words.map(Number))].sort((one, other) => one - other);
}

/** What can be agreed about one rule; what is taken over stays in this browser until all of it is proposed. */
export function RuleEditor({
  rule,
  onApply,
  onClose,
}: {
  rule: ReminderRule;
  onApply: (values: ReminderRuleValues) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const nameOf = useRuleName();
  const title = t('web-reminder-rules:act.edit', { rule: nameOf(rule.code) });
  // Taking the standard fills the same form anew.
  const [shown, setShown] = useState<ReminderRuleValues>(rule);
  const isStandard = shown === rule.standard;
  const apply = (data: FormData): Promise<void> => {
    const read = readValues(data, rule);
    if (Array.isArray(read)) {
      const faults = read.map((path) => ({
        path,
        code: '',
        detail: t(path === 'offset' ? 'web-reminder-rules:editor.notDay' : 'web-reminder-rules:editor.notDays'),
      }));
      return Promise.reject(new Problem(422, { code: 'reminder-rules.unfit', fields: faults }));
    }
    onApply(read);
    return Promise.resolve();
  };
  return (
    <Dialog open title={title} onClose={onClose}>
      <Form
        key={isStandard ? 'standard' : 'own'}
        initial={initialOf(shown)}
        submit={t('web-reminder-rules:act.apply')}
        label={title}
        pending={false}
        onSubmit={apply}
        onCancel={onClose}
      >
        <Fields rule={rule} shown={shown} />
        {isStandard ? null : (
          <p>
            <Button variant="default" size="compact-md" onClick={() => setShown(rule.standard)}>
              {t('web-reminder-rules:act.toStandard')}
            </Button>
          </p>
        )}
      </Form>
    </Dialog>
  );
}

function Fields({ rule, shown }: { rule: ReminderRule; shown: ReminderRuleValues }) {
  const { t } = useTranslation();
  const anchor = t(`web-reminder-rules:anchor.${rule.anchor}`);
  const hint = t('web-reminder-rules:editor.daysHint');
  return (
    <>
      <ChoiceField
        name="enabled"
        label={t('web-reminder-rules:editor.enabled')}
        options={[
          { value: 'on', label: t('web-reminder-rules:editor.on') },
          { value: 'off', label: `${t('web-reminder-rules:off')} (${t('web-reminder-rules:offNote')})` },
        ]}
      />
      {rule.choosesDate ? (
        <NumberField
          name="offset"
          required
          label={t(rule.standard.offset < 0 ? 'web-reminder-rules:editor.before' : 'web-reminder-rules:editor.after', {
            anchor,
          })}
        />
      ) : null}
      <DaysField name="remindAt" label={t('web-reminder-rules:editor.remindAt')} hint={hint} days={shown.remindAt} />
      {rule.targets.length > 0 ? (
        <fieldset className={css.field}>
          <legend>
            {t('web-reminder-rules:editor.escalations')}{' '}
            <span className={css.note}>{t('web-reminder-rules:editor.escalationsHint')}</span>
          </legend>
          {rule.targets.map((target) => (
            <TextField key={target} name={`escalations.${target}`} label={t(`web-reminder-rules:target.${target}`)} />
          ))}
        </fieldset>
      ) : null}
      <SelectField
        name="delivery"
        label={t('web-reminder-rules:editor.delivery')}
        options={DELIVERIES.map((value) => ({ value, label: t(`web-reminder-rules:delivery.${value}`) }))}
      />
    </>
  );
}

/** Days as numbers; beneath them the same in the words of the reader's language. */
function DaysField({
  name,
  label,
  hint,
  days,
}: {
  name: string;
  label: string;
  hint: string;
  days: readonly number[];
}) {
  const lang = useLanguage();
  const [typed, setTyped] = useState(days.join(', '));
  const read = daysIn(typed);
  return (
    <div onInput={(event) => event.target instanceof HTMLInputElement && setTyped(event.target.value)}>
      <TextField name={name} label={label} hint={hint} />
      <p className={css.note} aria-live="polite">
        {read ? formatDayOffsets(read, lang) : null}
      </p>
    </div>
  );
}

function initialOf({ enabled, offset, remindAt, escalations, delivery }: ReminderRuleValues): Record<string, string> {
  const told = [...new Set(escalations.map(({ to }) => to))].map((target) => [
    `escalations.${target}`,
    escalations
      .filter(({ to }) => to === target)
      .map(({ at }) => at)
      .join(', '),
  ]);
  return {
    enabled: enabled ? 'on' : 'off',
    offset: String(Math.abs(offset)),
    remindAt: remindAt.join(', '),
    delivery,
    ...(Object.fromEntries(told) as Record<string, string>),
  };
}

/** What stands in the form, or the names of the fields that cannot be read. */
function readValues(data: FormData, rule: ReminderRule): ReminderRuleValues | string[] {
  const days = rule.choosesDate ? numberOf(data, 'offset') : 0;
  const remindAt = daysIn(valueOf(data, 'remindAt'));
  const told = rule.targets.map((to) => {
    const name = `escalations.${to}`;
    return { name, days: daysIn(valueOf(data, name))?.map((at) => ({ at, to })) ?? null };
  });
  const delivery = DELIVERIES.find((known) => known === valueOf(data, 'delivery')) ?? rule.delivery;
  const faults = [
    ...(Number.isNaN(days) ? ['offset'] : []),
    ...(remindAt ? [] : ['remindAt']),
    ...told.filter((one) => one.days === null).map(({ name }) => name),
  ];
  if (faults.length > 0) return faults;
  return {
    enabled: valueOf(data, 'enabled') === 'on',
    offset: rule.standard.offset < 0 ? -days : days,
    remindAt: remindAt ?? [],
    escalations: told.flatMap((one) => one.days ?? []),
    delivery,
  };
}
