import { formatDate, formatPartialDate } from '#core/i18n';
import type { Language } from '#core/kernel';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ActionListItem } from '../../shared/api/types.js';
import { useLanguage } from '../../shared/i18n/language.js';
import { SideName } from '../../shared/ui/badges.js';
import { Due } from '../../shared/ui/dates.js';
import { Answer, Empty } from '../../shared/ui/states.js';
import { Words } from '../../shared/ui/text.js';
import { ItemMarks } from './action-table.js';
import { useActions } from './api.js';
import { scaleOf, type Scale } from './timeline-scale.js';
import css from './timeline.module.css';
import { isClosed } from './words.js';

/** Items along the months: each due date, where it was first, and until when a blocked one waits. The words say the same. */
export default function Timeline({ query }: { query: Record<string, string> }) {
  const { t } = useTranslation();
  const actions = useActions(query);
  return (
    <Answer read={actions} head={false}>
      {({ items }) => (items.length === 0 ? <Empty>{t('web-actions:none')}</Empty> : <Picture items={items} />)}
    </Answer>
  );
}

/** A month by its name alone; the first one and each January say the year. */
function monthOf(day: string, lang: Language, first: boolean): string {
  if (first || day.slice(5, 7) === '01') return formatPartialDate({ value: day.slice(0, 7), precision: 'month' }, lang);
  return new Intl.DateTimeFormat(lang, { month: 'short', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}

/** Today as the server counts it: a due date and the days left to it. None are left of a due day that became free, too. */
function todayOf(items: ActionListItem[]): string {
  const { due, daysLeft } = items.find((item) => item.daysLeft !== 0) ?? items[0] ?? { due: '', daysLeft: 0 };
  if (due === '') return '';
  return new Date(Date.parse(`${due}T00:00:00Z`) - daysLeft * 86_400_000).toISOString().slice(0, 10);
}

function Picture({ items }: { items: ActionListItem[] }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const today = todayOf(items);
  const scale = scaleOf(
    items.flatMap(({ due, originalDue, expectedOn }) => [due, originalDue ?? due, expectedOn ?? due]),
    today,
  );
  return (
    <>
      <ul className={css.legend}>
        <li>
          <span className={css.sample} data-kind="due" aria-hidden /> {t('web-actions:due')}
        </li>
        <li>
          <span className={css.sample} data-kind="first" aria-hidden /> {t('web-actions:originalDue')}
        </li>
        <li>
          <span className={css.sample} data-kind="expected" aria-hidden /> {t('web-actions:expectedOn')}
        </li>
        <li>
          <span className={css.sample} data-kind="today" aria-hidden />{' '}
          {t('web-actions:timeline.today', { date: formatDate(today, lang) })}
        </li>
      </ul>
      <div className={css.months} aria-hidden>
        {scale.months.map(({ day, at }) => (
          <span
            key={day}
            style={{ insetInlineStart: `${String(at)}%` }}
            data-year={day.slice(5, 7) === '01' || undefined}
          >
            {monthOf(day, lang, day === scale.from)}
          </span>
        ))}
      </div>
      <ol className={css.rows}>
        {items.map((item) => (
          <li key={item.id}>
            <div className={css.words}>
              <Link to={`/actions/${item.id}`}>
                <Words value={item.title} marks={false} />
              </Link>{' '}
              <ItemMarks row={item} />
              <span className={css.owner}>
                {item.owner.side ? <SideName side={item.owner.side} /> : null}{' '}
                <Words value={item.owner.title} marks={false} />
              </span>
              <Due date={item.due} days={item.daysLeft} done={isClosed(item.state)} />
            </div>
            <div className={css.lane}>
              <Track item={item} scale={scale} today={today} />
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}

function Track({ item, scale, today }: { item: ActionListItem; scale: Scale; today: string }) {
  const { due, originalDue, expectedOn, state } = item;
  const x = (day: string): string => `${String(scale.at(day))}%`;
  const late = item.overdue;
  return (
    <svg className={css.track} aria-hidden focusable="false">
      {scale.months.map(({ day, at }) => (
        <line key={day} x1={`${String(at)}%`} x2={`${String(at)}%`} y1="0" y2="100%" className={css.month} />
      ))}
      <line x1={x(today)} x2={x(today)} y1="0" y2="100%" className={css.today} />
      {late ? <line x1={x(due)} x2={x(today)} y1="50%" y2="50%" className={css.late} /> : null}
      {originalDue && originalDue !== due ? (
        <>
          <line x1={x(originalDue)} x2={x(due)} y1="50%" y2="50%" className={css.moved} />
          <circle cx={x(originalDue)} cy="50%" r="5" className={css.first} />
        </>
      ) : null}
      {expectedOn ? <line x1={x(expectedOn)} x2={x(expectedOn)} y1="20%" y2="80%" className={css.expected} /> : null}
      <circle
        cx={x(due)}
        cy="50%"
        r="6"
        className={css.mark}
        data-late={late || undefined}
        data-done={isClosed(state) || undefined}
      />
    </svg>
  );
}
