import { LANGUAGES, type Language } from '#core/kernel';
import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead, type Write } from '../../shared/api/hooks.js';
import type { ChannelDetail, ChannelSummary, List } from '../../shared/api/types.js';
import { AreaField, ChoiceField, DayField, SelectField, TextField } from '../../shared/forms/fields.js';
import { valueOf } from '../../shared/forms/form.js';
import { LANGUAGE_NAMES } from '../../shared/i18n/language.js';
import { Private } from '../../shared/ui/badges.js';
import { alone, proposing } from './api.js';
import {
  DetailFields,
  detailsOf,
  LevelField,
  NameFields,
  namesOf,
  ReferenceFields,
  referenceOf,
  WhyField,
  whyOf,
} from './fields.js';

/** How an act is asked for and sent. Without fields it is only confirmed. */
export interface ActForm {
  readonly Fields?: (props: { channel: ChannelDetail }) => ReactNode;
  readonly initial?: (channel: ChannelDetail) => Record<string, string>;
  readonly write: (channel: ChannelDetail, data: FormData, lang: Language) => Write;
}

function AgreementFields() {
  return (
    <>
      <ReferenceFields />
      <WhyField />
    </>
  );
}

const TO_COME = ['proposed', 'date_agreed', 'preparing', 'ready', 'postponed'];

function LevelFields({ channel }: { channel: ChannelDetail }) {
  const { t } = useTranslation();
  const sessions = channel.sessions.filter(({ state }) => TO_COME.includes(state));
  return (
    <>
      <LevelField name="to" without={channel.nominalLevel} />
      <SelectField
        name="sessionId"
        label={t('web-channels:form.session')}
        hint={sessions.length === 0 ? t('web-channels:form.noSession') : t('web-channels:form.sessionHint')}
        options={sessions.map(({ id, title }) => ({ value: id, label: title.text }))}
      />
      <WhyField />
    </>
  );
}

function SpawnFields({ channel }: { channel: ChannelDetail }) {
  return (
    <>
      <NameFields />
      <LevelField without={channel.nominalLevel} />
      <AgreementFields />
    </>
  );
}

function NameAndDay() {
  const { t } = useTranslation();
  return (
    <>
      <SelectField
        name="language"
        label={t('web-channels:form.language')}
        options={LANGUAGES.map((lang) => ({ value: lang, label: LANGUAGE_NAMES[lang] }))}
      />
      <TextField name="text" label={t('web-channels:form.newName')} required />
      <DayField name="from" label={t('web-channels:form.from')} required />
    </>
  );
}

const nameOf = (data: FormData): object => ({
  language: valueOf(data, 'language'),
  text: valueOf(data, 'text'),
  from: valueOf(data, 'from'),
});

function SuspendFields() {
  const { t } = useTranslation();
  return (
    <>
      <Private>
        <AreaField name="reason" label={t('web-channels:form.reason')} hint={t('web-channels:form.reasonHint')} />
      </Private>
      <Checkbox name="shareReason" label={t('web-channels:form.shareReason')} />
    </>
  );
}

function ConclusionFields({ channel }: { channel: ChannelDetail }) {
  const { t } = useTranslation();
  const channels = useRead<List<ChannelSummary>>('/channels', { limit: '200' });
  return (
    <>
      <ChoiceField
        name="end"
        label={t('web-channels:form.end')}
        options={(['concluded', 'superseded'] as const).map((end) => ({
          value: end,
          label: t(`web-words:channelState.${end}`),
        }))}
      />
      <SelectField
        name="successorId"
        label={t('web-channels:form.successor')}
        options={[
          { value: '', label: '–' },
          ...(channels.data?.items ?? [])
            .filter(({ id, audience }) => id !== channel.id && audience !== 'kr' && audience !== 'jp')
            .map(({ id, name }) => ({ value: id, label: name.text })),
        ]}
      />
      <WhyField />
    </>
  );
}

function DetailsAndWhy() {
  return (
    <>
      <DetailFields />
      <WhyField />
    </>
  );
}

function DraftFields() {
  return (
    <>
      <NameFields />
      <LevelField />
      <DetailFields />
    </>
  );
}

const detailsIn = (channel: ChannelDetail): Record<string, string> => ({
  cadenceMonths: channel.cadenceMonths === null ? '' : String(channel.cadenceMonths),
  hostingRule: channel.hostingRule ?? '',
  topicCodes: channel.topics.map(({ code }) => code).join(','),
});

const draftIn = (channel: ChannelDetail): Record<string, string> => ({
  ...detailsIn(channel),
  level: channel.nominalLevel,
  ...Object.fromEntries(channel.names.map(({ lang, text }) => [`name-${lang}`, text])),
});

export const ACT_FORMS: Readonly<Record<string, ActForm>> = {
  'edit-draft': {
    Fields: DraftFields,
    initial: draftIn,
    write: (channel, data, lang) => ({
      method: 'PATCH',
      path: `/channels/${channel.id}`,
      ifMatch: channel.etag,
      body: { lang, level: valueOf(data, 'level'), ...namesOf(data), ...detailsOf(data) },
    }),
  },
  share: { write: (channel) => alone(channel, 'share') },
  withdraw: { write: (channel) => alone(channel, 'withdraw') },
  'withdraw-stall': { write: (channel) => alone(channel, 'stall/withdraw') },
  'propose-agreement': {
    Fields: AgreementFields,
    write: (channel, data, lang) => proposing(channel, 'agreement', { ...whyOf(data, lang), ...referenceOf(data) }),
  },
  'propose-resumption': {
    Fields: WhyField,
    write: (channel, data, lang) => proposing(channel, 'resumption', whyOf(data, lang)),
  },
  'propose-suspension': {
    Fields: WhyField,
    write: (channel, data, lang) => proposing(channel, 'suspension', whyOf(data, lang)),
  },
  'suspend-own': {
    Fields: SuspendFields,
    write: (channel, data, lang) =>
      alone(channel, 'suspend', {
        lang,
        ...(valueOf(data, 'reason') === '' ? {} : { reason: valueOf(data, 'reason') }),
        shareReason: data.get('shareReason') !== null,
      }),
  },
  'propose-conclusion': {
    Fields: ConclusionFields,
    write: (channel, data, lang) =>
      proposing(channel, 'conclusion', {
        ...whyOf(data, lang),
        end: valueOf(data, 'end'),
        ...(valueOf(data, 'successorId') === '' ? {} : { successorId: valueOf(data, 'successorId') }),
      }),
  },
  'propose-level': {
    Fields: LevelFields,
    write: (channel, data, lang) =>
      proposing(channel, 'level', {
        ...whyOf(data, lang),
        to: valueOf(data, 'to'),
        sessionId: valueOf(data, 'sessionId'),
      }),
  },
  'propose-spawn': {
    Fields: SpawnFields,
    initial: () => ({ level: 'minister' }),
    write: (channel, data, lang) =>
      proposing(channel, 'spawn', {
        ...whyOf(data, lang),
        ...namesOf(data),
        ...referenceOf(data),
        level: valueOf(data, 'level'),
      }),
  },
  'rename-own': { Fields: NameAndDay, write: (channel, data) => alone(channel, 'own-name', nameOf(data)) },
  'propose-rename': {
    Fields: () => (
      <>
        <NameAndDay />
        <WhyField />
      </>
    ),
    write: (channel, data, lang) => proposing(channel, 'rename', { ...whyOf(data, lang), ...nameOf(data) }),
  },
  'propose-details': {
    Fields: DetailsAndWhy,
    initial: detailsIn,
    write: (channel, data, lang) => proposing(channel, 'details', { ...whyOf(data, lang), ...detailsOf(data) }),
  },
};
