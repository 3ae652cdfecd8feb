import type { Language } from '#core/kernel';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';

/** What an editor is asked to write: `term` in the place of [start, end), or at the caret where both are null. */
export interface UseTerm {
  readonly lang: Language;
  readonly term: string;
  readonly start: number | null;
  readonly end: number | null;
}

export interface GlossaryHintsProps {
  /** What stands in the editor now, by language; what is absent or blank is not looked at. Not to be trimmed or normalised: offsets refer to it. */
  readonly texts: { readonly [L in Language]?: string | undefined };
  /** The language the others are translated from; without it nothing can be missing from a text. */
  readonly source?: Language | undefined;
  /** The language that is being edited: what is found there stands first, and only there a term can be taken. */
  readonly lang: Language;
  readonly onUse?: ((use: UseTerm) => void) | undefined;
}

const Hints = lazy(() => import('./glossary-hints.js'));

/** Long enough for a word to be finished, short enough to be seen while the sentence is. */
const PAUSE_MS = 500;

/**
 * What the glossary says of a text while it is written: agreed terms, departures with the agreed term offered, false friends. Asked only
 * after a pause in typing; its code and its answers come when there is something to look at.
 */
export function GlossaryHints(props: GlossaryHintsProps) {
  const settled = useSettled(JSON.stringify(props.texts), PAUSE_MS);
  // What was asked is what is shown, so that an offset never belongs to another text than the one it was found in.
  const texts = JSON.parse(settled) as GlossaryHintsProps['texts'];
  if (!Object.values(texts).some((text) => text !== undefined && text.trim() !== '')) return null;
  return (
    <Suspense>
      <Hints {...props} texts={texts} />
    </Suspense>
  );
}

interface FieldGlossaryProps {
  /** Name of the input in the same form. */
  readonly field: string;
  readonly lang: Language;
  /** What the input is a translation of. */
  readonly source?: { readonly lang: Language; readonly text: string } | undefined;
}

/**
 * The same for a named input of a form that keeps its own value (shared/forms): stands anywhere inside the form, listens to the input, and
 * writes a taken term into it so that the form's draft is kept as if it had been typed.
 */
export function FieldGlossary({ field, lang, source }: FieldGlossaryProps) {
  const here = useRef<HTMLDivElement>(null);
  const [text, setText] = useState('');
  useEffect(() => {
    const input = inputOf(here.current, field);
    if (!input) return;
    // An unfinished syllable is no text yet.
    const listen = (event: Event): void => {
      if (!(event instanceof InputEvent && event.isComposing)) setText(input.value);
    };
    setText(input.value);
    input.addEventListener('input', listen);
    input.addEventListener('compositionend', listen);
    return () => {
      input.removeEventListener('input', listen);
      input.removeEventListener('compositionend', listen);
    };
  }, [field, lang]);
  return (
    <div ref={here}>
      <GlossaryHints
        texts={{ ...(source ? { [source.lang]: source.text } : {}), [lang]: text }}
        source={source?.lang}
        lang={lang}
        onUse={(use) => {
          const input = inputOf(here.current, field);
          if (input && use.lang === lang) write(input, use);
        }}
      />
    </div>
  );
}

function inputOf(within: HTMLElement | null, field: string): HTMLInputElement | HTMLTextAreaElement | null {
  const found = within?.closest('form')?.elements.namedItem(field);
  return found instanceof HTMLInputElement || found instanceof HTMLTextAreaElement ? found : null;
}

/** Writes a taken term as if it had been typed, and leaves the caret behind it. */
function write(input: HTMLInputElement | HTMLTextAreaElement, { term, start, end }: UseTerm): void {
  const from = start ?? input.selectionStart ?? input.value.length;
  const to = end ?? input.selectionEnd ?? from;
  input.focus();
  input.setRangeText(term, from, to, 'end');
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

/** A value once it has stood still for so long. */
function useSettled(value: string, pause: number): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(value), pause);
    return () => window.clearTimeout(timer);
  }, [value, pause]);
  return settled;
}
