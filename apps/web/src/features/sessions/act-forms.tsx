import type { Language } from '#core/kernel';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Write } from '../../shared/api/hooks.js';
import type { SessionDetail } from '../../shared/api/types.js';
import { AreaField, DayField, NumberField, TextField } from '../../shared/forms/fields.js';
import { numberOf, valueOf } from '../../shared/forms/form.js';
import { instantOf, wallClock } from '#core/i18n';
import { SideName } from '../../shared/ui/badges.js';
import { Day } from '../../shared/ui/dates.js';
import { ArrangementFields, arrangementOf, LevelField, valuesOf } from './arrangement-fields.js';
import { TimeField } from './time-fields.js';

/** How an act is asked for and sent. */
export interface ActForm {
  readonly Fields: (props: { session: SessionDetail }) => ReactNode;
  readonly initial?: (session: SessionDetail) => Record<string, string>;
  readonly write: (session: SessionDetail, data: FormData, lang: Language) => Omit<Write, 'path'> & { path: string };
}

function ReasonField() {
  const { t } = useTranslation();
  return (
    <AreaField
      name="reason"
      label={t('web-sessions:arrangement.reason')}
      hint={t('web-sessions:acts.bothRead')}
      required
    />
  );
}

function OptionalReason() {
  const { t } = useTranslation();
  return (
    <>
      <p>{t('web-sessions:acts.proposeLead')}</p>
      <AreaField name="reason" label={t('web-sessions:arrangement.reason')} hint={t('web-sessions:acts.bothRead')} />
    </>
  );
}

/** Another level, with what the heads of delegation mean for it. */
function LevelFields({ session }: { session: SessionDetail }) {
  const { t } = useTranslation();
  const off = session.levelFit.heads.filter(({ offLevel }) => offLevel);
  return (
    <>
      <p>
        {t('web-sessions:acts.levelUntil')} <Day date={session.levelFit.until} />
      </p>
      {off.map(({ side }) => (
        <p key={side} role="note">
          <SideName side={side} /> {t('web-sessions:acts.headOffLevel')}
        </p>
      ))}
      <LevelField />
      <AreaField name="reason" label={t('web-sessions:arrangement.reason')} hint={t('web-sessions:acts.bothRead')} />
    </>
  );
}

function OrdinalFields() {
  const { t } = useTranslation();
  return <NumberField name="ordinal" label={t('web-sessions:ordinal')} hint={t('web-sessions:acts.ordinalHint')} />;
}

function DetailFields() {
  const { t } = useTranslation();
  return (
    <>
      <DayField name="embargoDate" label={t('web-sessions:acts.embargoDate')} />
      <TimeField
        name="embargoTime"
        label={t('web-sessions:acts.embargoTime')}
        hint={t('web-sessions:acts.venueTime')}
      />
      <TextField name="costSplit" label={t('web-sessions:costSplit')} />
    </>
  );
}

const post = (session: SessionDetail, path: string, body: object) =>
  ({ method: 'POST', path: `/sessions/${session.id}/${path}`, ifMatch: session.etag, body }) as const;
const reasonOf = (data: FormData): object =>
  valueOf(data, 'reason') === '' ? {} : { reason: valueOf(data, 'reason') };

export const ACT_FORMS: Readonly<Record<string, ActForm>> = {
  'edit-draft': {
    Fields: () => <ArrangementFields withReason={false} />,
    initial: valuesOf,
    write: (session, data, lang) => ({
      method: 'PUT',
      path: `/sessions/${session.id}/arrangement`,
      ifMatch: session.etag,
      body: arrangementOf(data, lang, session),
    }),
  },
  propose: { Fields: OptionalReason, write: (session, data) => post(session, 'propose', reasonOf(data)) },
  arrange: {
    Fields: () => <ArrangementFields withReason />,
    initial: valuesOf,
    write: (session, data, lang) => post(session, 'arrangement', arrangementOf(data, lang, session)),
  },
  'propose-level': {
    Fields: LevelFields,
    initial: ({ level }) => ({ level }),
    write: (session, data) => post(session, 'level', { level: valueOf(data, 'level'), ...reasonOf(data) }),
  },
  postpone: {
    Fields: ReasonField,
    write: (session, data, lang) => post(session, 'postpone', { lang, reason: valueOf(data, 'reason') }),
  },
  cancel: {
    Fields: ReasonField,
    write: (session, data, lang) => post(session, 'cancel', { lang, reason: valueOf(data, 'reason') }),
  },
  'correct-ordinal': {
    Fields: OrdinalFields,
    initial: ({ ordinal }) => ({ ordinal: ordinal === null ? '' : String(ordinal) }),
    write: (session, data) => ({
      method: 'PUT',
      path: `/sessions/${session.id}/ordinal`,
      ifMatch: session.etag,
      body: { ordinal: valueOf(data, 'ordinal') === '' ? null : numberOf(data, 'ordinal') },
    }),
  },
  'edit-programme': {
    Fields: DetailFields,
    initial: ({ embargoAt, zone, costSplit }) => ({
      embargoDate: embargoAt ? wallClock(embargoAt, zone).date : '',
      embargoTime: embargoAt ? wallClock(embargoAt, zone).time : '',
      costSplit: costSplit?.text ?? '',
    }),
    write: (session, data, lang) => {
      const [date, time, text] = [
        valueOf(data, 'embargoDate'),
        valueOf(data, 'embargoTime'),
        valueOf(data, 'costSplit'),
      ];
      const embargoAt = date && time ? instantOf(date, time, session.zone) : null;
      const costSplit = text === '' ? null : { lang, text };
      const same = text === (session.costSplit?.text ?? '');
      return {
        method: 'PATCH',
        path: `/sessions/${session.id}`,
        ifMatch: session.etag,
        body: { embargoAt, ...(same ? {} : { costSplit }) },
      };
    },
  },
};
