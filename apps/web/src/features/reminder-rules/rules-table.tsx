import { formatDayOffset } from '#core/i18n';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ReminderRule } from '../../shared/api/types.js';
import { useLanguage } from '../../shared/i18n/language.js';
import { useRuleName, useRuleWords } from '../../shared/reminder-rules/rule-words.js';
import { State } from '../../shared/ui/badges.js';
import { DataTable, type Column } from '../../shared/ui/data-table.js';
import css from './rules.module.css';

const GROUPS = [
  ['session', ['session_start']],
  ['action', ['action_due', 'answer_due']],
  ['preparation', ['translation_due', 'poll_deadline']],
  ['commitment', ['commitment_reviewed', 'instrument_signed']],
  ['radio', ['radio_reported', 'radio_acknowledged', 'radio_season']],
  ['business', ['exhibition_start', 'exchange_call_end', 'exchange_arrival', 'exchange_end']],
  ['multilateral', ['multilateral_start', 'multilateral_deadline']],
  ['month', ['month_start']],
] as const satisfies readonly (readonly [string, readonly ReminderRule['anchor'][]])[];

/** What every channel has; the other groups are folded until they are asked for. */
const OPEN: readonly string[] = ['session', 'action'];

/** The rules by what they are counted from; with `onEdit` each can be changed. */
export function RulesTable({
  rules,
  onEdit,
}: {
  rules: readonly ReminderRule[];
  onEdit?: ((rule: ReminderRule) => void) | undefined;
}) {
  const { t } = useTranslation();
  const columnsOf = useColumns(onEdit);
  return GROUPS.map(([group, anchors]) => {
    const label = t(`web-reminder-rules:group.${group}`);
    const own = anchors.flatMap((anchor) =>
      rules.filter((rule) => rule.anchor === anchor).sort((one, other) => one.offset - other.offset),
    );
    return (
      <details key={group} className={css.group} open={OPEN.includes(group) || own.some(({ changed }) => changed)}>
        <summary>
          <h2>{label}</h2>{' '}
          <span className={css.count}>
            {own.length}
            {anchors.length > 1
              ? null
              : ` · ${t('web-reminder-rules:countedFrom', { anchor: t(`web-reminder-rules:anchor.${anchors[0]}`) })}`}
          </span>
        </summary>
        <div className={css.rules}>
          <DataTable label={label} columns={columnsOf(anchors.length > 1)} rows={own} idOf={({ code }) => code} />
        </div>
      </details>
    );
  });
}

function useColumns(onEdit: ((rule: ReminderRule) => void) | undefined) {
  const { t } = useTranslation();
  const words = useRuleWords();
  const nameOf = useRuleName();
  const dateOf = useRuleDate();
  return (withAnchor: boolean): Column<ReminderRule>[] => [
    {
      key: 'rule',
      label: t('web-reminder-rules:columns.rule'),
      main: true,
      width: '19%',
      cell: (rule) => (
        <>
          {nameOf(rule.code)} {rule.changed ? <State tone="accent">{t('web-reminder-rules:changed')}</State> : null}{' '}
          {rule.enabled ? null : <State>{t('web-reminder-rules:off')}</State>}
        </>
      ),
    },
    {
      key: 'date',
      label: t('web-reminder-rules:columns.date'),
      width: '16%',
      cell: (rule) => (
        <>
          {dateOf(rule, rule)}
          {withAnchor ? <span className={css.note}>{t(`web-reminder-rules:anchor.${rule.anchor}`)}</span> : null}
          {rule.offset === rule.standard.offset ? null : (
            <span className={css.note}>{t('web-reminder-rules:standard', { value: dateOf(rule.standard, rule) })}</span>
          )}
        </>
      ),
    },
    {
      key: 'owner',
      label: t('web-reminder-rules:columns.owner'),
      width: '13%',
      cell: (rule) => t(`web-reminder-rules:owner.${rule.owner}`),
    },
    {
      key: 'remindAt',
      label: t('web-reminder-rules:columns.remindAt'),
      width: '21%',
      cell: (rule) =>
        rule.enabled ? (
          <>
            {words.days(rule.remindAt)}
            {rule.delivery === 'by_day' ? null : <span className={css.note}>{words.delivery(rule.delivery)}</span>}
          </>
        ) : (
          t('web-reminder-rules:offNote')
        ),
    },
    {
      key: 'escalations',
      label: t('web-reminder-rules:columns.escalations'),
      width: '21%',
      cell: (rule) => {
        const told = rule.enabled ? words.escalations(rule.escalations) : [];
        return told.length === 0
          ? t('web-reminder-rules:none')
          : told.map((line) => (
              <span key={line} className={css.line}>
                {line}
              </span>
            ));
      },
    },
    ...(onEdit
      ? [
          {
            key: 'edit',
            label: '',
            cell: (rule: ReminderRule) =>
              rule.ofChannel ? (
                <Button
                  variant="default"
                  size="compact-md"
                  aria-label={t('web-reminder-rules:act.edit', { rule: nameOf(rule.code) })}
                  onClick={() => onEdit(rule)}
                >
                  {t('web-reminder-rules:act.editShort')}
                </Button>
              ) : null,
          },
        ]
      : []),
  ];
}

/** The rule date as days from its fact. */
export function useRuleDate() {
  const { t } = useTranslation();
  const lang = useLanguage();
  return ({ offset }: Pick<ReminderRule, 'offset'>, of?: Pick<ReminderRule, 'unit'>): string => {
    const unit = of?.unit ?? 'days';
    if (offset === 0) return t('web-reminder-rules:fixed');
    return unit === 'working_days' ? t('web-reminder-rules:working', { n: offset }) : formatDayOffset(offset, lang);
  };
}
