import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActionDetail } from '../../shared/api/types.js';
import { AreaField, ChoiceField, TextField } from '../../shared/forms/fields.js';
import { Form, valueOf } from '../../shared/forms/form.js';
import { useProblemText } from '../../shared/i18n/words.js';
import { ActionButton, allowedIn } from '../../shared/ui/action-button.js';
import css from './actions.module.css';
import { act, useAct } from './api.js';
import { toast } from '../../shared/ui/toast.js';

/** The acts on an action item. When its owner reads the page, the report stands open: write the evidence, send. */
export function Acts({ action }: { action: ActionDetail }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const write = useAct(action.id);
  const [returning, setReturning] = useState(false);
  const may = (name: string): ReturnType<typeof allowedIn> => allowedIn(action.allowedActions, name);
  const report = may('report-done');
  const run = async (step: 'start' | 'confirm'): Promise<void> => {
    await write.mutateAsync(act(action, step));
    toast(t(`web-actions:done.${step}`));
  };
  if (action.allowedActions.length === 0) return null;
  return (
    <div className="fd-no-print">
      <div className={css.acts}>
        <ActionButton
          may={may('start')}
          variant="default"
          loading={write.isPending}
          onClick={() => void run('start').catch(() => undefined)}
        >
          {t('actions:actions.start')}
        </ActionButton>
        <ActionButton
          may={may('confirm')}
          loading={write.isPending}
          onClick={() => void run('confirm').catch(() => undefined)}
        >
          {t('actions:actions.confirm')}
        </ActionButton>
        <ActionButton may={may('return')} variant="default" onClick={() => setReturning(true)}>
          {t('actions:actions.return')}
        </ActionButton>
        {report && !report.allowed ? (
          <ActionButton may={report} onClick={() => undefined}>
            {t('actions:actions.report-done')}
          </ActionButton>
        ) : null}
      </div>
      {write.error && !returning && !report?.allowed ? <p role="alert">{textOf(write.error)}</p> : null}
      {returning ? <ReturnForm action={action} onDone={() => setReturning(false)} /> : null}
      {report?.allowed ? <ReportForm action={action} /> : null}
    </div>
  );
}

const KINDS = ['note', 'link', 'document', 'meeting'];

function ReportForm({ action }: { action: ActionDetail }) {
  const { t } = useTranslation();
  const write = useAct(action.id);
  const send = async (data: FormData): Promise<void> => {
    const text = valueOf(data, 'text');
    const url = valueOf(data, 'url');
    await write.mutateAsync(
      act(action, 'report-done', {
        evidence: { kind: valueOf(data, 'kind'), ...(text ? { text } : {}), ...(url ? { url } : {}) },
      }),
    );
    toast(t('web-actions:done.report-done'));
  };
  return (
    <section className={css.panel} aria-labelledby="report-done">
      <h2 id="report-done">{t('actions:actions.report-done')}</h2>
      <p>{t(action.joint ? 'web-actions:evidence.leadJoint' : 'web-actions:evidence.lead')}</p>
      <Form
        draft={`report.${action.id}`}
        label={t('actions:actions.report-done')}
        submit={t('actions:actions.report-done')}
        pending={write.isPending}
        onSubmit={send}
      >
        <AreaField name="text" label={t('web-actions:evidence.text')} rows={2} />
        <TextField
          name="url"
          type="url"
          label={t('web-actions:evidence.url')}
          hint={t('web-actions:evidence.urlHint')}
        />
        <ChoiceField
          name="kind"
          label={t('web-actions:evidence.kind')}
          options={KINDS.map((value) => ({ value, label: t(`actions:evidenceKinds.${value}`) }))}
        />
      </Form>
    </section>
  );
}

function ReturnForm({ action, onDone }: { action: ActionDetail; onDone: () => void }) {
  const { t } = useTranslation();
  const write = useAct(action.id);
  return (
    <section className={css.panel}>
      <h2>{t('actions:actions.return')}</h2>
      <Form
        draft={`return.${action.id}`}
        label={t('actions:actions.return')}
        submit={t('actions:actions.return')}
        pending={write.isPending}
        onCancel={onDone}
        onSubmit={async (data) => {
          await write.mutateAsync(act(action, 'return', { reason: valueOf(data, 'reason') }));
          toast(t('web-actions:done.return'));
          onDone();
        }}
      >
        <AreaField name="reason" label={t('web-actions:reason')} hint={t('web-actions:reasonHint')} required />
      </Form>
    </section>
  );
}
