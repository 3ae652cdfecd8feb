import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AreaField, DayField, FieldRow, SelectField } from '../../shared/forms/fields.js';
import { Form, valueOf } from '../../shared/forms/form.js';
import { useProblemText } from '../../shared/i18n/words.js';
import { useMe } from '../../shared/me.js';
import { ActionButton, allowedIn } from '../../shared/ui/action-button.js';
import { toast } from '../../shared/ui/toast.js';
import { stepOf, usePosts, useTranslationWrite, type Translation } from './api.js';
import css from './translation.module.css';

const STEPS = ['start', 'deliver', 'check', 'lock', 'cancel'] as const;
type Step = (typeof STEPS)[number];
const QUIET: readonly Step[] = ['cancel'];

/** What the reader may do with the request as a whole; who checks sends the hash of what they read. */
export function Acts({ translation }: { translation: Translation }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const write = useTranslationWrite(translation.id);
  const [form, setForm] = useState<'assign' | 'return' | null>(null);
  const may = (name: string): ReturnType<typeof allowedIn> => allowedIn(translation.allowedActions, name);
  const run = async (step: Step): Promise<void> => {
    await write.mutateAsync(stepOf(translation, step, step === 'check' ? { hash: translation.hash } : undefined));
    toast(t(`web-translation:done.${step}`));
  };
  if (translation.allowedActions.length === 0) return null;
  return (
    <div className="fd-no-print">
      <div className={css.acts}>
        {STEPS.map((step) => (
          <ActionButton
            key={step}
            may={may(step)}
            variant={QUIET.includes(step) ? 'default' : 'filled'}
            loading={write.isPending && form === null}
            onClick={() => void run(step).catch(() => undefined)}
          >
            {t(`web-translation:act.${step}`)}
          </ActionButton>
        ))}
        <ActionButton may={may('return')} variant="default" onClick={() => setForm('return')}>
          {t('web-translation:act.return')}
        </ActionButton>
        <ActionButton may={may('assign')} variant="default" onClick={() => setForm('assign')}>
          {t('web-translation:act.assign')}
        </ActionButton>
      </div>
      {write.error && form === null ? <p role="alert">{textOf(write.error)}</p> : null}
      {form === 'return' ? <ReturnForm translation={translation} onDone={() => setForm(null)} /> : null}
      {form === 'assign' ? <AssignForm translation={translation} onDone={() => setForm(null)} /> : null}
    </div>
  );
}

function ReturnForm({ translation, onDone }: { translation: Translation; onDone: () => void }) {
  const { t } = useTranslation();
  const write = useTranslationWrite(translation.id);
  return (
    <section className={css.panel} aria-labelledby="return-translation">
      <h2 id="return-translation">{t('web-translation:act.return')}</h2>
      <Form
        draft={`translation-return.${translation.id}`}
        label={t('web-translation:act.return')}
        submit={t('web-translation:act.return')}
        pending={write.isPending}
        onCancel={onDone}
        onSubmit={async (data) => {
          await write.mutateAsync(stepOf(translation, 'return', { reason: valueOf(data, 'reason') }));
          toast(t('web-translation:done.return'));
          onDone();
        }}
      >
        <AreaField name="reason" label={t('web-translation:reason')} required />
      </Form>
    </section>
  );
}

/** The requesting side names everybody and the day; the other side, on a shared text, its own checker. */
function AssignForm({ translation, onDone }: { translation: Translation; onDone: () => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const posts = usePosts(true);
  const write = useTranslationWrite(translation.id);
  const leads = me?.side === translation.requestedSide;
  const { translator, checker } = translation;
  const people = (named: { id: string } | null) =>
    (posts.data?.items ?? [])
      .filter((post) => post.side === me?.side || post.id === named?.id)
      .map((post) => ({ value: post.id, label: `${post.body.text} ${post.title.text}` }));
  if (!posts.data) return null;
  return (
    <section className={css.panel} aria-labelledby="assign-translation">
      <h2 id="assign-translation">{t('web-translation:act.assign')}</h2>
      <Form
        initial={{
          translatorPostId: translator.post?.id ?? '',
          checkerPostId: checker?.id ?? '',
          dueOn: translation.dueOn,
        }}
        label={t('web-translation:act.assign')}
        submit={t('web-shell:save')}
        pending={write.isPending}
        onCancel={onDone}
        onSubmit={async (data) => {
          const named = (field: string) => valueOf(data, field) || null;
          const body = {
            checkerPostId: named('checkerPostId'),
            ...(leads ? { translatorPostId: named('translatorPostId'), dueOn: valueOf(data, 'dueOn') } : {}),
          };
          await write.mutateAsync(stepOf(translation, 'assign', body));
          toast(t('web-translation:done.assign'));
          onDone();
        }}
      >
        <FieldRow>
          {leads ? (
            <SelectField
              name="translatorPostId"
              label={t('web-translation:translator')}
              options={[{ value: '', label: t('web-translation:open') }, ...people(translator.post)]}
            />
          ) : null}
          <SelectField
            name="checkerPostId"
            label={t('web-translation:checker')}
            options={[{ value: '', label: t('web-translation:anybody') }, ...people(checker)]}
          />
        </FieldRow>
        {leads ? <DayField name="dueOn" label={t('web-translation:due')} required /> : null}
      </Form>
    </section>
  );
}
