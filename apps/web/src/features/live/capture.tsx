import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem, type Problem } from '../../shared/api/problem.js';
import type { PostRef } from '../../shared/api/types.js';
import { useDraft } from '../../shared/forms/drafts.js';
import { valueOf } from '../../shared/forms/form.js';
import { useLanguage } from '../../shared/i18n/language.js';
import { useErrorText, useProblemText } from '../../shared/i18n/words.js';
import { useSides } from '../../shared/me.js';
import { announce } from '../../shared/ui/announce.js';
import { allowedIn } from '../../shared/ui/action-button.js';
import { Private } from '../../shared/ui/badges.js';
import { Section } from '../../shared/ui/page.js';
import { useCapture, usePosts, type Live } from './api.js';
import css from './live.module.css';

const kinds = ['decision', 'action', 'note'] as const;
type Kind = (typeof kinds)[number];

/** One line at a time: what was decided, who does what, or a word for the own side. */
export function Capture({ live }: { live: Live }) {
  const { t } = useTranslation();
  const able = kinds.filter((kind) => allowedIn(live.allowedActions, actOf[kind])?.allowed);
  const [chosen, setKind] = useState<Kind>('decision');
  const kind = able.includes(chosen) ? chosen : able[0];
  if (!kind) return null;
  return (
    <Section title={t('web-live:capture.title')}>
      <fieldset className={css.kinds} hidden={able.length === 1}>
        <legend className="fd-hidden">{t('web-live:capture.kind')}</legend>
        {able.map((one) => (
          <label key={one} data-checked={one === kind || undefined}>
            <input
              type="radio"
              name="kind"
              className="fd-hidden"
              checked={one === kind}
              onChange={() => setKind(one)}
            />
            {t(`web-live:capture.${one}`)}
          </label>
        ))}
      </fieldset>
      {kind === 'note' ? (
        <Private>
          <Line key={kind} live={live} kind={kind} />
        </Private>
      ) : (
        <Line key={kind} live={live} kind={kind} />
      )}
    </Section>
  );
}

const actOf: Readonly<Record<Kind, string>> = {
  decision: 'capture-decision',
  action: 'capture-action',
  note: 'add-note',
};

/**
 * Enter sends, but never while an IME composes. The field is free again at once, for the next line; lines are sent one after the other,
 * and one that is refused comes back with its reason.
 */
function Line({ live, kind }: { live: Live; kind: Kind }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const problemText = useProblemText();
  const textOf = useErrorText();
  const draft = useDraft(`live.${live.sessionId}.${kind}`);
  const capture = useCapture(live.sessionId);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, setSending] = useState(0);
  const earlier = useRef<Promise<void>>(Promise.resolve());
  const input = useRef<HTMLInputElement>(null);
  const posts = usePosts(kind === 'action');
  const [fault] = problem?.fields ?? [];

  const send = (form: HTMLFormElement): void => {
    const data = new FormData(form);
    const typed = valueOf(data, 'text');
    if (typed === '') return;
    const text = kind === 'action' ? lineOf(data, posts.data?.items ?? []) : typed;
    // What was chosen beside the line belongs to this line only.
    for (const name of ['text', 'owner', 'due']) {
      const field = form.elements.namedItem(name);
      if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = '';
    }
    setProblem(null);
    setSending((count) => count + 1);
    earlier.current = earlier.current.then(async () => {
      try {
        await capture(`${kind}s`, { lang, text });
        draft.drop();
        announce(t(`web-live:capture.done.${kind}`));
      } catch (error) {
        if (!isProblem(error)) throw error;
        setProblem(error);
        if (input.current) input.current.value = [text, input.current.value].filter((part) => part !== '').join(' ');
      } finally {
        setSending((count) => count - 1);
      }
    });
  };
  return (
    <form
      className={css.line}
      aria-label={t(`web-live:capture.${kind}`)}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send(event.currentTarget);
      }}
      onInput={(event) => draft.save(event.currentTarget)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && composing(event)) event.preventDefault();
      }}
    >
      <TextInput
        ref={input}
        size="lg"
        name="text"
        autoComplete="off"
        enterKeyHint="send"
        label={t(`web-live:capture.label.${kind}`)}
        description={t(`web-live:capture.hint.${kind}`)}
        defaultValue={draft.kept?.['text'] ?? ''}
        error={
          problem ? (fault ? (fault.detail ?? textOf(fault.code, fault.params)) : problemText(problem)) : undefined
        }
      />
      {kind === 'action' ? <ActionParts posts={posts.data?.items ?? []} host={live.host} /> : null}
      <Button type="submit" size="lg" data-sending={sending > 0 || undefined}>
        {t(`web-live:capture.send.${kind}`)}
      </Button>
    </form>
  );
}

const composing = (event: KeyboardEvent): boolean => event.nativeEvent.isComposing || event.keyCode === 229;

/** Owner and day by choice, for who does not type `@` and `!`. */
function ActionParts({ posts, host }: { posts: readonly PostRef[]; host: Live['host'] }) {
  const { t } = useTranslation();
  const sides = useSides(host);
  const ordered = posts
    .filter(({ side }) => side !== null)
    .sort((a, b) => sides.indexOf(a.side ?? sides[0]) - sides.indexOf(b.side ?? sides[0]) || a.rank - b.rank);
  return (
    <div className={css.parts}>
      <NativeSelect
        size="lg"
        name="owner"
        label={t('web-live:capture.owner')}
        data={[
          { value: '', label: t('web-live:capture.inLine') },
          ...ordered.map((post) => ({ value: post.id, label: `${post.body.text} ${post.title.text}` })),
        ]}
      />
      <TextInput size="lg" type="date" name="due" label={t('web-live:capture.due')} />
    </div>
  );
}

/** The line as typed, with what was chosen beside it put before it. */
function lineOf(data: FormData, posts: readonly PostRef[]): string {
  const post = posts.find(({ id }) => id === valueOf(data, 'owner'));
  const name = post ? `${post.body.text}${post.title.text}`.replace(/\s/gu, '') : '';
  const due = valueOf(data, 'due');
  const parts = [name && `@${name}`, due && `!due ${due}`, valueOf(data, 'text')];
  return parts.filter((part) => part !== '').join(' ');
}
