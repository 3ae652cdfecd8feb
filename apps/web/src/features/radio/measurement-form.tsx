import { useTranslation } from 'react-i18next';
import { AreaField, DayField, FieldRow, SelectField, TextField } from '../../shared/forms/fields.js';
import { Form, valueOf } from '../../shared/forms/form.js';
import { useLanguage } from '../../shared/i18n/language.js';
import { toast } from '../../shared/ui/toast.js';
import { useIssueWrite, type Issue } from './api.js';
import { decimalOf } from './form-values.js';
import { ALL_AREAS } from './words.js';

/** A measurement of the own side; the other side sees it once it is exchanged. */
export function MeasurementForm({ issue, onDone }: { issue: Issue; onDone: () => void }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const write = useIssueWrite();
  const label = t('web-radio:act.measure');
  const send = async (data: FormData): Promise<void> => {
    const optional = (name: string): object => {
      const value = valueOf(data, name);
      return value === '' ? {} : { [name]: value };
    };
    await write.mutateAsync({
      method: 'POST',
      path: `/radio-issues/${issue.id}/measurements`,
      body: {
        lang,
        measuredOn: valueOf(data, 'measuredOn'),
        strength: decimalOf(valueOf(data, 'strength')),
        ...optional('area'),
        ...optional('place'),
        ...optional('frequency'),
        ...optional('bandwidth'),
        ...optional('method'),
      },
    });
    toast(t('web-radio:done.measure'));
    onDone();
  };
  return (
    <Form
      draft={`radio-measurement.${issue.id}`}
      label={label}
      submit={t('web-radio:form.keep')}
      pending={write.isPending}
      onSubmit={send}
      onCancel={onDone}
    >
      <p>{t('web-radio:form.measurementLead')}</p>
      <FieldRow>
        <DayField name="measuredOn" label={t('web-radio:measuredOn')} required />
        <SelectField
          name="area"
          label={t('web-radio:areas')}
          options={[
            { value: '', label: t('web-radio:form.none') },
            ...ALL_AREAS.map((value) => ({ value, label: t(`web-radio:area.${value}`) })),
          ]}
        />
      </FieldRow>
      <TextField name="place" label={t('web-radio:place')} />
      <FieldRow>
        <TextField name="frequency" label={t('web-radio:frequency')} hint={t('web-radio:form.frequencyHint')} />
        <TextField name="bandwidth" label={t('web-radio:bandwidth')} />
        <TextField name="strength" label={t('web-radio:form.strength')} required />
      </FieldRow>
      <AreaField name="method" label={t('web-radio:method')} rows={2} />
    </Form>
  );
}
