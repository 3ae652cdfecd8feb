import { Alert, Button, Group } from '@mantine/core';
import {
  createContext,
  use,
  useEffect,
  useRef,
  useState,
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem, type Problem } from '../api/problem.js';
import { useProblemText, useErrorText } from '../i18n/words.js';
import { useDraft } from './drafts.js';
import css from './form.module.css';

interface FormState {
  initial: Record<string, string>;
  errorOf: (name: string) => string | undefined;
}

const FormContext = createContext<FormState>({ initial: {}, errorOf: () => undefined });
export const useFormState = (): FormState => use(FormContext);

/** A value of a submitted form, trimmed; absent fields are empty. */
export const valueOf = (data: FormData, name: string): string => {
  const value = data.get(name);
  return typeof value === 'string' ? value.normalize('NFC').trim() : '';
};

/** A whole number of a submitted form, written in any width of digits; NaN for anything else. */
export const numberOf = (data: FormData, name: string): number => {
  const text = valueOf(data, name).normalize('NFKC');
  return /^\d+$/u.test(text) ? Number(text) : Number.NaN;
};

interface FormProps {
  /** Where the draft is kept; without it nothing is kept (passwords). */
  draft?: string;
  initial?: Record<string, string>;
  submit: string;
  label: string;
  pending: boolean;
  /** Sends; a thrown Problem is shown here and its fields at their inputs. */
  onSubmit: (data: FormData) => Promise<void>;
  onCancel?: () => void;
  /** Shown above the buttons for a refusal that needs more than a sentence (412). */
  refusal?: (problem: Problem) => ReactNode;
  children: ReactNode;
}

/** Enter while an IME composes never submits (ui.md); inputs are uncontrolled, so nothing re-renders while a syllable is made. */
const composing = (event: KeyboardEvent): boolean => event.nativeEvent.isComposing || event.keyCode === 229;

export function Form(props: FormProps) {
  return <FormBody key={props.draft ?? 'plain'} {...props} />;
}

function FormBody({
  draft: draftKey,
  initial = {},
  submit,
  label,
  pending,
  onSubmit,
  onCancel,
  refusal,
  children,
}: FormProps) {
  const { t } = useTranslation();
  const textOf = useErrorText();
  const problemText = useProblemText();
  const draft = useDraft(draftKey ?? '');
  const [problem, setProblem] = useState<Problem | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const kept = draftKey ? draft.kept : null;

  useEffect(() => {
    if (problem) form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [role="alert"]')?.focus();
  }, [problem]);

  const errorOf = (name: string): string | undefined => {
    const field = problem?.fields.find((fault) => fault.path === name || fault.path.startsWith(`${name}.`));
    return field ? (field.detail ?? textOf(field.code, field.params)) : undefined;
  };
  const send = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    if (pending) return;
    setProblem(null);
    try {
      await onSubmit(new FormData(event.currentTarget));
      draft.drop();
    } catch (error) {
      if (!isProblem(error)) throw error;
      setProblem(error);
    }
  };

  return (
    <FormContext value={{ initial: { ...initial, ...(kept ?? {}) }, errorOf }}>
      <form
        ref={form}
        aria-label={label}
        className={css.form}
        noValidate
        onSubmit={(event) => void send(event)}
        onInput={(event) => draftKey && draft.save(event.currentTarget)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && composing(event)) event.preventDefault();
        }}
      >
        {kept ? <p className={css.restored}>{t('web-shell:draft.restored')}</p> : null}
        {children}
        {problem ? (
          <Alert
            role="alert"
            tabIndex={-1}
            variant="outline"
            className={css.problem}
            title={t('web-shell:draft.notSent')}
          >
            <p>{problemText(problem)}</p>
            {refusal?.(problem)}
            {draftKey && problem.status !== 412 ? <p className={css.saved}>{t('web-shell:draft.safe')}</p> : null}
          </Alert>
        ) : null}
        <Group gap={8} align="center">
          <Button type="submit" loading={pending}>
            {submit}
          </Button>
          {onCancel ? (
            <Button
              variant="default"
              onClick={() => {
                draft.drop();
                onCancel();
              }}
            >
              {t('web-shell:cancel')}
            </Button>
          ) : null}
          <span className={css.saved} aria-live="polite">
            {draftKey && draft.savedAt ? t('web-shell:draft.saved', { time: draft.savedAt }) : null}
          </span>
        </Group>
      </form>
    </FormContext>
  );
}
