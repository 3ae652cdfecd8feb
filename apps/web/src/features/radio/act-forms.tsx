import { useTranslation } from 'react-i18next';
import { useRead } from '../../shared/api/hooks.js';
import type { List, SessionSummary } from '../../shared/api/types.js';
import { AreaField, DayField, FieldRow, SelectField } from '../../shared/forms/fields.js';
import { Form, valueOf } from '../../shared/forms/form.js';
import { useLanguage } from '../../shared/i18n/language.js';
import { useSides } from '../../shared/me.js';
import { toast } from '../../shared/ui/toast.js';
import { act, useIssueWrite, type Issue } from './api.js';
import type { FormAct } from './acts.js';
import { Choices } from './choices.js';
import { bandsOf, initialOf } from './form-values.js';
import { AREAS } from './words.js';

interface FormProps {
  issue: Issue;
  onDone: () => void;
}

/** The acts that ask for something first, each a form of its own. */
export function ActForm({ name, ...props }: FormProps & { name: FormAct }) {
  switch (name) {
    case 'set-next-check':
      return <CheckForm {...props} />;
    case 'agree-measure':
      return <MeasureForm {...props} />;
    case 'resolve':
      return <ResolveForm {...props} />;
    case 'raise':
      return <RaiseForm {...props} />;
    case 'reopen':
      return <ReopenForm {...props} />;
  }
}

function CheckForm({ issue, onDone }: FormProps) {
  const { t } = useTranslation();
  const write = useIssueWrite();
  const label = t('web-radio:act.set-next-check');
  return (
    <Form
      label={label}
      submit={label}
      initial={{ on: issue.nextCheck ?? '' }}
      pending={write.isPending}
      onCancel={onDone}
      onSubmit={async (data) => {
        const on = valueOf(data, 'on');
        await write.mutateAsync({ ...act(issue, 'next-check', { on: on === '' ? null : on }), method: 'PUT' });
        toast(t('web-radio:done.set-next-check'));
        onDone();
      }}
    >
      <DayField name="on" label={t('web-radio:nextCheck')} hint={t('web-radio:form.checkHint')} />
    </Form>
  );
}

function MeasureForm({ issue, onDone }: FormProps) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const sides = useSides();
  const write = useIssueWrite();
  const label = t('web-radio:act.agree-measure');
  return (
    <Form
      draft={`radio-measure.${issue.id}`}
      label={label}
      submit={label}
      pending={write.isPending}
      onCancel={onDone}
      onSubmit={async (data) => {
        const [actingSide, dueOn, reason] = ['actingSide', 'dueOn', 'reason'].map((name) => valueOf(data, name));
        await write.mutateAsync(
          act(issue, 'measures', {
            lang,
            text: valueOf(data, 'text'),
            ...(actingSide ? { actingSide } : {}),
            ...(dueOn ? { dueOn } : {}),
            ...(reason ? { reason } : {}),
          }),
        );
        toast(t('web-radio:done.agree-measure'));
        onDone();
      }}
    >
      <p>{t('web-radio:ask.agree-measure')}</p>
      <AreaField name="text" label={t('web-radio:form.measure')} required />
      <FieldRow>
        <SelectField
          name="actingSide"
          label={t('web-radio:form.actingSide')}
          options={[
            { value: '', label: t('web-radio:bothSides') },
            ...sides.map((side) => ({ value: side, label: t(`common:sides.${side}Side`) })),
          ]}
        />
        <DayField name="dueOn" label={t('web-radio:form.due')} hint={t('web-radio:form.dueHint')} />
      </FieldRow>
      <AreaField name="reason" label={t('web-radio:form.reason')} hint={t('web-proposals:bothRead')} rows={2} />
    </Form>
  );
}

function ResolveForm({ issue, onDone }: FormProps) {
  const { t } = useTranslation();
  const write = useIssueWrite();
  const label = t('web-radio:act.resolve');
  return (
    <Form
      draft={`radio-resolve.${issue.id}`}
      label={label}
      submit={label}
      pending={write.isPending}
      onCancel={onDone}
      onSubmit={async (data) => {
        const reason = valueOf(data, 'reason');
        await write.mutateAsync(act(issue, 'resolve', reason ? { reason } : {}));
        toast(t('web-radio:done.resolve'));
        onDone();
      }}
    >
      <p>{t('web-radio:ask.resolve')}</p>
      <AreaField name="reason" label={t('web-radio:form.reason')} hint={t('web-proposals:bothRead')} rows={2} />
    </Form>
  );
}

function RaiseForm({ issue, onDone }: FormProps) {
  const { t } = useTranslation();
  const write = useIssueWrite();
  const sessions = useRead<List<SessionSummary>>('/sessions', { limit: '100' });
  const label = t('web-radio:act.raise');
  const options = (sessions.data?.items ?? []).map(({ id, title, date }) => ({
    value: id,
    label: `${title.text} (${date.value})`,
  }));
  if (!sessions.data) return null;
  return (
    <Form
      label={label}
      submit={label}
      pending={write.isPending}
      onCancel={onDone}
      onSubmit={async (data) => {
        await write.mutateAsync(act(issue, 'meetings', { sessionId: valueOf(data, 'session') }));
        toast(t('web-radio:done.raise'));
        onDone();
      }}
    >
      <SelectField name="session" label={t('web-radio:form.session')} options={options} />
    </Form>
  );
}

/** What is heard now, with what the case has to begin with: the server says whether it is the same case. */
function ReopenForm({ issue, onDone }: FormProps) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const sides = useSides();
  const write = useIssueWrite();
  const label = t('web-radio:act.reopen');
  return (
    <Form
      draft={`radio-reopen.${issue.id}`}
      label={label}
      submit={label}
      initial={{ bands: initialOf(issue, lang)['bands'] ?? '' }}
      pending={write.isPending}
      onCancel={onDone}
      onSubmit={async (data) => {
        const body = { bands: bandsOf(valueOf(data, 'bands')), areas: data.getAll('areas') };
        await write.mutateAsync(act(issue, 'reopen', body));
        toast(t('web-radio:done.reopen'));
        onDone();
      }}
    >
      <p>{t('web-radio:ask.reopen')}</p>
      <AreaField name="bands" label={t('web-radio:bands')} hint={t('web-radio:form.bandsHint')} rows={2} />
      <Choices
        name="areas"
        label={t('web-radio:areas')}
        chosen={issue.areas}
        groups={sides.map((side) => ({
          label: t(`common:sides.${side}Side`),
          options: AREAS[side].map((value) => ({ value, label: t(`web-radio:area.${value}`) })),
        }))}
      />
    </Form>
  );
}
