import { useTranslation } from 'react-i18next';
import { AreaField, ChoiceField, DayField, SelectField, TextField } from '../../shared/forms/fields.js';
import { Form, valueOf } from '../../shared/forms/form.js';
import { useLanguage } from '../../shared/i18n/language.js';
import { Loading } from '../../shared/ui/states.js';
import { toast } from '../../shared/ui/toast.js';
import { act, useAct, useActions, usePosts, type Item, type Step } from './api.js';
import { postLabel } from './post-label.js';

/** Acts that need words or a day before they are done. */
export type FormStep = Exclude<Step, 'start' | 'confirm' | 'unblock' | 'edit'>;

const EVIDENCE_KINDS = ['note', 'link', 'document', 'meeting'];

/** The form of one act, with everything it asks for; it keeps its draft and shows a refusal where it happened. */
export function StepForm({ item, step, onDone }: { item: Item; step: FormStep; onDone?: () => void }) {
  const { t } = useTranslation();
  const write = useAct(item.id);
  const label = t(`actions:actions.${step}`);
  const send = async (data: FormData): Promise<void> => {
    await write.mutateAsync(act(item, step, bodyOf(step, data)));
    toast(t(proposes(item, step) ? 'web-actions:done.proposed' : `web-actions:done.${step}`));
    onDone?.();
  };
  return (
    <Form
      draft={`${step}.${item.id}`}
      label={label}
      submit={proposes(item, step) ? t(`web-actions:propose.${step}`) : label}
      pending={write.isPending}
      {...(onDone ? { onCancel: onDone } : {})}
      onSubmit={send}
    >
      <Fields item={item} step={step} />
    </Form>
  );
}

type Ending = 'cancel' | 'supersede';
/** Ending a joint item only turns the first key. */
export const proposes = (item: Pick<Item, 'joint'>, step: string): step is Ending =>
  item.joint && (step === 'cancel' || step === 'supersede');

export function Fields({ item, step }: { item: Item; step: FormStep }) {
  const { t } = useTranslation();
  const reason = (
    <AreaField name="reason" label={t('web-actions:reason')} hint={t('web-actions:reasonHint')} rows={2} required />
  );
  switch (step) {
    case 'report-done':
      return <EvidenceFields />;
    case 'extend':
      return (
        <>
          <DayField name="due" label={t('web-actions:newDue')} hint={t('web-actions:dueHint')} required />
          {reason}
        </>
      );
    case 'block':
      return <BlockFields />;
    case 'reassign':
      return <OwnerField item={item} />;
    case 'supersede':
      return (
        <>
          <SuccessorField item={item} />
          {reason}
        </>
      );
    case 'comment':
      return (
        <AreaField name="text" label={t('web-actions:comment')} hint={t('web-actions:commentHint')} rows={2} required />
      );
    case 'return':
    case 'cancel':
      return reason;
  }
}

export function BlockFields() {
  const { t } = useTranslation();
  return (
    <>
      <AreaField name="reason" label={t('web-actions:reason')} hint={t('web-actions:blockHint')} rows={2} required />
      <DayField name="expectedOn" label={t('web-actions:expectedOn')} hint={t('web-actions:expectedHint')} required />
    </>
  );
}

export function EvidenceFields() {
  const { t } = useTranslation();
  return (
    <>
      <AreaField name="text" label={t('web-actions:evidence.text')} rows={2} />
      <TextField name="url" type="url" label={t('web-actions:evidence.url')} hint={t('web-actions:evidence.urlHint')} />
      <ChoiceField
        name="kind"
        label={t('web-actions:evidence.kind')}
        options={EVIDENCE_KINDS.map((value) => ({ value, label: t(`actions:evidenceKinds.${value}`) }))}
      />
    </>
  );
}

/** Posts of the owner's side, by rank. */
export function OwnerField({ item }: { item: Pick<Item, 'owner'> }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const posts = usePosts();
  if (!posts.data) return <Loading rows={1} head={false} />;
  const options = posts.data.items
    .filter((post) => post.side === item.owner.side && post.id !== item.owner.id)
    .map((post) => ({ value: post.id, label: postLabel(post, lang) }));
  return (
    <SelectField
      name="ownerPostId"
      label={t('web-actions:newOwner')}
      hint={t('web-actions:ownerHint')}
      options={options}
      required
    />
  );
}

function SuccessorField({ item }: { item: Item }) {
  const { t } = useTranslation();
  const others = useActions({ scope: 'all', unfinished: 'true' });
  if (!others.data) return <Loading rows={1} head={false} />;
  const options = others.data.items
    .filter((other) => other.id !== item.id && (other.joint || !item.joint))
    .map((other) => ({ value: other.id, label: `${other.number} ${other.title.text}` }));
  return <SelectField name="byId" label={t('web-actions:supersededBy')} options={options} required />;
}

/** What a form of an act sends. */
export function bodyOf(step: Step, data: FormData): object {
  const reason = valueOf(data, 'reason');
  switch (step) {
    case 'report-done': {
      const [text, url] = [valueOf(data, 'text'), valueOf(data, 'url')];
      return { evidence: { kind: valueOf(data, 'kind'), ...(text ? { text } : {}), ...(url ? { url } : {}) } };
    }
    case 'extend':
      return { due: valueOf(data, 'due'), reason };
    case 'block':
      return { expectedOn: valueOf(data, 'expectedOn'), reason };
    case 'reassign':
      return { ownerPostId: valueOf(data, 'ownerPostId') };
    case 'supersede':
      return { byId: valueOf(data, 'byId'), reason };
    case 'comment':
      return { text: valueOf(data, 'text') };
    default:
      return { reason };
  }
}
