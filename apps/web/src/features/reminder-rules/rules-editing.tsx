import { Alert, Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sendThen, useWrite } from '../../shared/api/hooks.js';
import type { Problem } from '../../shared/api/problem.js';
import type { ReminderRules, ReminderRulesPreview } from '../../shared/api/types.js';
import { AreaField } from '../../shared/forms/fields.js';
import { Form, valueOf } from '../../shared/forms/form.js';
import { useProblemText } from '../../shared/i18n/words.js';
import { useRuleName } from '../../shared/reminder-rules/rule-words.js';
import { Section } from '../../shared/ui/page.js';
import { toast } from '../../shared/ui/toast.js';
import { RuleEditor } from './rule-editor.js';
import { RulesPreview } from './rules-preview.js';
import { RulesTable } from './rules-table.js';
import css from './rules.module.css';
import { useWanted, type Wanted, type WantedRule } from './wanted.js';

/** Changing the rules: each in a dialog, then what they would send, then the first key on all of them. */
export function RulesEditing({ rules, onDone }: { rules: ReminderRules; onDone: () => void }) {
  const { t } = useTranslation();
  const wanted = useWanted(rules);
  const preview = useWrite<ReminderRulesPreview>();
  const [open, setOpen] = useState<string | null>(null);
  const result = useRef<HTMLDivElement>(null);
  const path = `/channels/${rules.channelId}/reminder-rules`;
  useEffect(() => {
    if (!preview.data && !preview.error) return;
    result.current?.focus({ preventScroll: true });
    result.current?.scrollIntoView();
  }, [preview.data, preview.error]);
  const edited = wanted.rules.find(({ code }) => code === open);
  // What was shown is of other rules as soon as one of them changes.
  const change = (act: () => void): void => {
    preview.reset();
    act();
  };
  return (
    <>
      <p className={css.lead}>{t('web-reminder-rules:editing')}</p>
      <RulesTable rules={wanted.rules} onEdit={({ code }) => setOpen(code)} />
      {edited ? (
        <RuleEditor
          rule={edited}
          onClose={() => setOpen(null)}
          onApply={(values) => {
            change(() => wanted.set(edited.code, values));
            setOpen(null);
          }}
        />
      ) : null}
      <div ref={result} tabIndex={-1} className={css.result}>
        {preview.error ? <Faults problem={preview.error} sent={wanted.body} /> : null}
        {preview.data ? (
          <Section title={t('web-reminder-rules:preview.title')}>
            <RulesPreview preview={preview.data} />
            <ProposeForm rules={rules} wanted={wanted} onDone={onDone} />
          </Section>
        ) : null}
      </div>
      <div className={`${css.bar} fd-no-print`}>
        <Button
          disabled={wanted.changes === 0}
          variant={preview.data ? 'default' : 'filled'}
          loading={preview.isPending}
          onClick={() => {
            const body = { rules: wanted.body };
            sendThen(preview, { method: 'POST', path: `${path}/preview`, body }, () => undefined);
          }}
        >
          {t('web-reminder-rules:act.preview')}
        </Button>
        <Button variant="default" onClick={() => change(wanted.allStandard)}>
          {t('web-reminder-rules:act.allStandard')}
        </Button>
        <Button
          variant="default"
          onClick={() => {
            wanted.drop();
            onDone();
          }}
        >
          {t('web-reminder-rules:act.stop')}
        </Button>
        <p role="status">
          {wanted.body.length === 0
            ? t('web-reminder-rules:isStandard')
            : t('web-reminder-rules:differs', { n: wanted.body.length })}
        </p>
      </div>
    </>
  );
}

function ProposeForm({ rules, wanted, onDone }: { rules: ReminderRules; wanted: Wanted; onDone: () => void }) {
  const { t } = useTranslation();
  const path = `/channels/${rules.channelId}/reminder-rules`;
  const write = useWrite<ReminderRules>(path);
  return (
    <Form
      draft={`reminder-rules-reason.${rules.channelId}`}
      submit={t('web-reminder-rules:act.propose')}
      label={t('web-reminder-rules:act.propose')}
      pending={write.isPending}
      refusal={(problem) => <FaultList problem={problem} sent={wanted.body} />}
      onSubmit={async (data) => {
        const reason = valueOf(data, 'reason');
        const body = { rules: wanted.body, ...(reason === '' ? {} : { reason }) };
        await write.mutateAsync({ method: 'POST', path, ifMatch: rules.etag, body });
        wanted.drop();
        toast(t('web-reminder-rules:proposed'));
        onDone();
        // What waits for the other key stands at the head of the page.
        window.scrollTo(0, 0);
      }}
    >
      <AreaField name="reason" label={t('web-reminder-rules:reason')} hint={t('web-reminder-rules:bothRead')} />
    </Form>
  );
}

function Faults({ problem, sent }: { problem: Problem; sent: readonly WantedRule[] }) {
  const textOf = useProblemText();
  return (
    <Alert role="alert" variant="outline" mt={16}>
      <p>{textOf(problem)}</p>
      <FaultList problem={problem} sent={sent} />
    </Alert>
  );
}

/** What is wrong with which rule: a path names it by its place among those that were sent. */
function FaultList({ problem, sent }: { problem: Problem; sent: readonly WantedRule[] }) {
  const nameOf = useRuleName();
  if (problem.fields.length === 0) return null;
  return (
    <ul className={css.faults}>
      {problem.fields.map(({ path, code, detail }) => {
        const rule = sent[Number(/^rules\.(\d+)/u.exec(path)?.[1])];
        return <li key={`${path}${code}`}>{`${rule ? `${nameOf(rule.code)}: ` : ''}${detail ?? code}`}</li>;
      })}
    </ul>
  );
}
