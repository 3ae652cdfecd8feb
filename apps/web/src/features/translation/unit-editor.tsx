import { Button, Checkbox, Textarea } from '@mantine/core';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem, type Problem } from '../../shared/api/problem.js';
import { useDraft } from '../../shared/forms/drafts.js';
import { valueOf } from '../../shared/forms/form.js';
import { FieldGlossary } from '../../shared/glossary/index.js';
import { LANGUAGE_NAMES } from '../../shared/i18n/language.js';
import { useProblemText } from '../../shared/i18n/words.js';
import { announce } from '../../shared/ui/announce.js';
import { keepUnit, useFresh, useTranslationWrite, writeUnit, type Translation, type Unit } from './api.js';
import { Conflict } from './conflict.js';
import css from './translation.module.css';
import { Changes, SourceColumn, Warnings } from './unit-parts.js';

/** What the writer saw when they began: a save names it, so that nobody writes over what they have not read. */
interface Seen {
  readonly etag: string;
  readonly text: string;
  readonly revision: number;
}

const seenOf = (unit: Unit): Seen => ({
  etag: unit.etag,
  text: unit.target?.text ?? '',
  revision: unit.source.revision,
});

/** Somebody saved first, or the source moved: what is typed stays, and both texts are shown. */
const movedOn = (problem: Problem): boolean => problem.status === 412 || problem.code.endsWith('.revisionMoved');

/** Enter while an IME composes is part of the word (ui.md). */
const composing = (event: KeyboardEvent): boolean => event.nativeEvent.isComposing || event.keyCode === 229;

interface UnitEditorProps {
  translation: Translation;
  unit: Unit;
  first: boolean;
  last: boolean;
  go: (step: 1 | -1) => void;
  close: () => void;
}

/** One text being written: source, target, what changed, what the glossary says. The field is uncontrolled, so nothing re-renders under an IME. */
export function UnitEditor({ translation, unit, first, last, go, close }: UnitEditorProps) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const { id, toLang } = translation;
  const write = useTranslationWrite(id);
  const fresh = useFresh(id);
  const draft = useDraft(`translation.${id}.${unit.id}`);
  const kept = draft.kept;
  const [seen, setSeen] = useState(() => seenOf(unit));
  // As the last answer left it, also for a save that waits for the one before.
  const latest = useRef(seen);
  const running = useRef<Promise<void>>(Promise.resolve());
  // What was typed before belongs to what was read then.
  const [conflict, setConflict] = useState(
    () => kept !== null && (kept['base'] !== seen.text || kept['revision'] !== String(seen.revision)),
  );
  const [problem, setProblem] = useState<Problem | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const stale = unit.gap === 'stale';

  useEffect(() => field.current?.focus({ preventScroll: true }), []);

  const send = async (text: string, same: boolean, at: Seen): Promise<Translation | null> => {
    if (text === '') return null;
    if (same && text === at.text) return write.mutateAsync(keepUnit(id, { id: unit.id, etag: at.etag }));
    if (text === at.text && unit.gap === null) return translation;
    return write.mutateAsync(writeUnit(id, { id: unit.id, etag: at.etag }, text, at.revision));
  };
  /** None once the editor was closed while an answer was on its way. */
  const formNow = (): HTMLFormElement | null => form.current;
  const see = (now: Seen): void => {
    latest.current = now;
    setSeen(now);
  };
  /** One after the other: what is typed and sent while an answer is on its way is sent when it has come. */
  const save = (then: 'stay' | 'next'): void => {
    running.current = running.current.then(() => saveNow(then));
  };
  const saveNow = async (then: 'stay' | 'next'): Promise<void> => {
    if (!form.current) return;
    const at = latest.current;
    const data = new FormData(form.current);
    const text = valueOf(data, 'text');
    const same = data.get('same') === 'on';
    setProblem(null);
    try {
      const answer = await send(text, same, at).catch(async (error: unknown) => {
        if (!isProblem(error) || !movedOn(error)) throw error;
        const now = (await fresh()).texts.find((one) => one.id === unit.id);
        if (!now) throw error;
        const present = seenOf(now);
        see(present);
        // Only something else about the object moved: what was read still stands.
        if (present.text === at.text && present.revision === at.revision) return send(text, same, present);
        setConflict(true);
        if (form.current) draft.save(form.current);
        return null;
      });
      if (!answer) return;
      // What was typed while the answer was on its way is not sent yet.
      const shown = formNow();
      const typedOn = shown !== null && valueOf(new FormData(shown), 'text') !== text;
      if (typedOn) draft.save(shown);
      else draft.drop();
      setConflict(false);
      const now = answer.texts.find((one) => one.id === unit.id);
      if (now) see(seenOf(now));
      announce(t('web-translation:work.saved'));
      if (then === 'stay' || typedOn) return;
      if (last) close();
      else go(1);
    } catch (error) {
      if (!isProblem(error)) throw error;
      setProblem(error);
    }
  };
  const takeTheirs = (): void => {
    if (field.current) field.current.value = seen.text;
    draft.drop();
    setConflict(false);
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (composing(event)) return;
    const control = event.ctrlKey || event.metaKey;
    if (control && event.key === 'Enter') act(event, () => save('next'));
    else if (control && event.key.toLowerCase() === 's') act(event, () => save('stay'));
    else if (event.altKey && event.key === 'ArrowDown') act(event, () => go(1));
    else if (event.altKey && event.key === 'ArrowUp') act(event, () => go(-1));
    else if (event.key === 'Escape') act(event, close);
  };

  return (
    <form
      ref={form}
      aria-label={t('web-translation:work.form', { language: LANGUAGE_NAMES[toLang] })}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save('next');
      }}
      onInput={(event) => draft.save(event.currentTarget)}
      onKeyDown={onKeyDown}
    >
      <input type="hidden" name="base" value={seen.text} readOnly />
      <input type="hidden" name="revision" value={seen.revision} readOnly />
      <div className={css.beside} data-three={unit.changes !== null || undefined}>
        <SourceColumn unit={unit} />
        <div>
          <Textarea
            ref={field}
            name="text"
            label={<span lang={toLang}>{LANGUAGE_NAMES[toLang]}</span>}
            lang={toLang}
            autosize
            minRows={2}
            maxRows={20}
            defaultValue={kept?.['text'] ?? unit.target?.text ?? ''}
            spellCheck
          />
          {stale && unit.target ? (
            <Checkbox
              name="same"
              mt={10}
              label={t('web-translation:work.same')}
              description={t('web-translation:work.sameHint')}
            />
          ) : null}
          <Warnings list={unit.warnings} />
          {kept && !conflict ? <p className={css.small}>{t('web-shell:draft.restored')}</p> : null}
          {conflict ? <Conflict field={field} theirs={seen.text} lang={toLang} onTheirs={takeTheirs} /> : null}
          {problem ? (
            <p role="alert" className={css.problem}>
              {textOf(problem)} {t('web-shell:draft.safe')}
            </p>
          ) : null}
          <div className={css.acts}>
            <Button type="submit" loading={write.isPending}>
              {t(last ? 'web-translation:work.saveClose' : 'web-translation:work.saveNext')}
            </Button>
            <Button variant="default" onClick={() => save('stay')} disabled={write.isPending}>
              {t('web-shell:save')}
            </Button>
            <Button variant="default" onClick={() => go(-1)} disabled={first}>
              {t('web-translation:work.previous')}
            </Button>
            <Button variant="default" onClick={() => go(1)} disabled={last}>
              {t('web-translation:work.next')}
            </Button>
            <Button variant="subtle" onClick={close}>
              {t('web-shell:close')}
            </Button>
            <span className={css.small} aria-live="polite">
              {draft.savedAt ? t('web-shell:draft.saved', { time: draft.savedAt }) : null}
            </span>
          </div>
          <p className={`${css.small} ${css.keys}`}>{t('web-translation:work.keys')}</p>
        </div>
        <div>
          <Changes unit={unit} />
          <FieldGlossary field="text" lang={toLang} source={unit.source} />
        </div>
      </div>
    </form>
  );
}

function act(event: KeyboardEvent, what: () => void): void {
  event.preventDefault();
  what();
}
