import { useState } from 'react';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDayOffset, formatList } from '#core/i18n';
import type { ReminderPreviewMessage, ReminderRulesPreview } from '../../shared/api/types.js';
import { useLanguage } from '../../shared/i18n/language.js';
import { useRuleName } from '../../shared/reminder-rules/rule-words.js';
import { State } from '../../shared/ui/badges.js';
import { DataTable, type Column } from '../../shared/ui/data-table.js';
import { Day } from '../../shared/ui/dates.js';
import { Empty } from '../../shared/ui/states.js';
import { Words } from '../../shared/ui/text.js';
import css from './rules.module.css';

const TONES = { new: 'accent', changed: 'amber', gone: 'plain', same: 'plain' } as const;

/** Who will get how many messages on which days: the own side in full, of the other how many and when. */
export function RulesPreview({ preview }: { preview: ReminderRulesPreview }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const nameOf = useRuleName();
  const { own, other, notReckoned } = preview;
  return (
    <>
      <p>
        <strong>
          {t('web-reminder-rules:preview.own', {
            people: own.after.people,
            messages: own.after.messages,
            peopleNow: own.before.people,
            messagesNow: own.before.messages,
          })}
        </strong>{' '}
        {t('web-reminder-rules:preview.other', { messages: other.after, messagesNow: other.before })}
      </p>
      <p className={css.note}>{t('web-reminder-rules:preview.scope')}</p>
      {notReckoned.length > 0 ? (
        <p className={css.note}>
          {t('web-reminder-rules:preview.notReckoned', { rules: formatList(notReckoned.map(nameOf), lang) })}
        </p>
      ) : null}
      <OwnMessages own={own} />
      {other.days.length > 0 ? (
        <details className={css.days}>
          <summary>{t('web-reminder-rules:preview.otherDays')}</summary>
          <OtherDays days={other.days} />
        </details>
      ) : null}
    </>
  );
}

function OwnMessages({ own }: { own: ReminderRulesPreview['own'] }) {
  const { t } = useTranslation();
  const columns = useColumns();
  const [all, setAll] = useState(false);
  const shown = own.messages.filter(({ change }) => all || change !== 'same');
  if (own.messages.length === 0) return <Empty>{t('web-reminder-rules:preview.none')}</Empty>;
  return (
    <>
      {shown.length === 0 ? (
        <Empty>{t('web-reminder-rules:preview.noChanges')}</Empty>
      ) : (
        <DataTable
          label={t('web-reminder-rules:preview.title')}
          columns={columns}
          rows={shown}
          idOf={({ day, delivery, change, lines }) =>
            [day, delivery, change, ...lines.map((line) => `${line.path}${line.rule}${line.post.id}`)].join(' ')
          }
        />
      )}
      {own.hasMore ? <p className={css.note}>{t('web-reminder-rules:preview.more')}</p> : null}
      {own.messages.some(({ change }) => change === 'same') ? (
        <p className="fd-no-print">
          <Button variant="default" size="compact-md" onClick={() => setAll(!all)}>
            {t(all ? 'web-reminder-rules:preview.onlyChanges' : 'web-reminder-rules:preview.all')}
          </Button>
        </p>
      ) : null}
    </>
  );
}

function useColumns(): Column<ReminderPreviewMessage>[] {
  const { t } = useTranslation();
  return [
    {
      key: 'day',
      label: t('web-reminder-rules:preview.day'),
      main: true,
      width: '17%',
      cell: ({ day, change }) => (
        <span className={change === 'gone' ? css.gone : undefined}>
          <Day date={day} />
        </span>
      ),
    },
    {
      key: 'change',
      label: t('web-reminder-rules:preview.change'),
      width: '12%',
      cell: ({ change }) => <State tone={TONES[change]}>{t(`web-reminder-rules:preview.changes.${change}`)}</State>,
    },
    {
      key: 'what',
      label: t('web-reminder-rules:preview.what'),
      cell: ({ lines, lineCount }) => (
        <>
          {lines.map((line) => (
            <Line key={`${line.path}${line.rule}${line.post.id}`} line={line} />
          ))}
          {lineCount > lines.length ? (
            <span className={css.note}>
              {t('web-reminder-rules:preview.moreLines', { count: lineCount - lines.length })}
            </span>
          ) : null}
        </>
      ),
    },
    {
      key: 'mail',
      label: t('web-reminder-rules:preview.mail'),
      width: '21%',
      cell: ({ delivery }) => t(`web-reminder-rules:preview.deliveries.${delivery}`),
    },
  ];
}

function Line({ line }: { line: ReminderPreviewMessage['lines'][number] }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const nameOf = useRuleName();
  return (
    <span className={css.about}>
      {nameOf(line.rule)} · {formatDayOffset(line.offsetDays, lang)}
      <span className={css.note}>
        <Link to={line.path}>
          {line.number === null ? null : `${line.number} `}
          <Words value={line.title} marks={false} />
        </Link>
      </span>
      <span className={css.note}>
        <Words value={line.post.title} marks={false} /> · {t('web-reminder-rules:preview.due')}{' '}
        <Day date={line.ruleDate} />
      </span>
    </span>
  );
}

function OtherDays({ days }: { days: ReminderRulesPreview['other']['days'] }) {
  const { t } = useTranslation();
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('web-reminder-rules:preview.day')}</th>
          <th scope="col">{t('web-reminder-rules:preview.now')}</th>
          <th scope="col">{t('web-reminder-rules:preview.then')}</th>
        </tr>
      </thead>
      <tbody>
        {days.map(({ day, before, after }) => (
          <tr key={day}>
            <th scope="row">
              <Day date={day} />
            </th>
            <td>{before}</td>
            <td>{after}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
