import { partyName } from '#core/kernel';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../shared/api/client.js';
import { DayField, FieldRow, SelectField, TextField } from '../../shared/forms/fields.js';
import { Form, valueOf } from '../../shared/forms/form.js';
import { useLanguage } from '../../shared/i18n/language.js';
import { useSides } from '../../shared/me.js';
import { SideName } from '../../shared/ui/badges.js';
import { CalendarNotes } from '../../shared/ui/calendar-notes.js';
import { Day } from '../../shared/ui/dates.js';
import { Section } from '../../shared/ui/page.js';
import { Words } from '../../shared/ui/text.js';
import type { DeriveAnswer, OffsetAnswer } from './api.js';
import css from './working-days.module.css';

const today = (): string => new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Seoul' }).format();

/** A number with its sign, in any width of digits, as people type it. */
const signed = (text: string): string => text.normalize('NFKC').replace(/[−–]/gu, '-').replace(/\s/gu, '');

/** "n working days from a day", and the rule for deadlines: calendar days, rolled back before the day and forward after it. */
export function Calculator() {
  const { t } = useTranslation();
  const lang = useLanguage();
  const sides = useSides();
  const [answer, setAnswer] = useState<OffsetAnswer | DeriveAnswer | null>(null);
  const [pending, setPending] = useState(false);
  const ask = async (data: FormData): Promise<void> => {
    setPending(true);
    setAnswer(null);
    const [day, n, side] = [valueOf(data, 'date'), signed(valueOf(data, 'n')), valueOf(data, 'side')];
    try {
      setAnswer(
        valueOf(data, 'unit') === 'calendar'
          ? await call<DeriveAnswer>('GET', '/working-days/derive', {
              query: { anchor: day, offset: n, side },
              lang,
            })
          : await call<OffsetAnswer>('GET', '/working-days/offset', { query: { date: day, n, side }, lang }),
      );
    } finally {
      setPending(false);
    }
  };
  return (
    <Section title={t('web-working-days:calc.title')} id="calculator">
      <div className={`${css.calc} fd-no-print`}>
        <Form
          initial={{ date: today(), n: '5', unit: 'working', side: 'common' }}
          label={t('web-working-days:calc.title')}
          submit={t('web-working-days:calc.ask')}
          pending={pending}
          onSubmit={ask}
        >
          <FieldRow>
            <DayField name="date" label={t('web-working-days:calc.from')} required />
            <TextField name="n" label={t('web-working-days:calc.n')} required />
            <SelectField
              name="unit"
              label={t('web-working-days:calc.unit')}
              options={(['working', 'calendar'] as const).map((value) => ({
                value,
                label: t(`web-working-days:calc.units.${value}`),
              }))}
            />
            <SelectField
              name="side"
              label={t('web-working-days:calc.side')}
              options={[
                { value: 'common', label: t('web-working-days:common') },
                ...sides.map((side) => ({ value: side, label: partyName(side, lang) })),
              ]}
            />
          </FieldRow>
        </Form>
      </div>
      <div aria-live="polite">{answer ? <Found answer={answer} /> : null}</div>
      {answer ? (
        <Button variant="subtle" className="fd-no-print" onClick={() => setAnswer(null)}>
          {t('web-working-days:calc.clear')}
        </Button>
      ) : null}
    </Section>
  );
}

function Found({ answer }: { answer: OffsetAnswer | DeriveAnswer }) {
  const { t } = useTranslation();
  return (
    <>
      <p className={css.found}>
        <Day date={answer.date} />
      </p>
      {'calendarDate' in answer && answer.rolled !== 'none' ? (
        <p>
          <Day date={answer.calendarDate} /> → {t(`web-working-days:calc.rolled.${answer.rolled}`)}
        </p>
      ) : null}
      {answer.passed.length > 0 ? (
        <>
          <p>{t('web-working-days:calc.passed')}</p>
          <ul className={css.passed}>
            {answer.passed.map(({ date, holidays }) => (
              <li key={date}>
                <Day date={date} />{' '}
                {holidays.map(({ side, name }) => (
                  <span key={`${side} ${name.text}`} className={css.passedName}>
                    <SideName side={side} suffix={false} /> <Words value={name} marks={false} />
                  </span>
                ))}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <CalendarNotes notes={answer.calendarNotes} />
    </>
  );
}
