import { wordDiff, type Language } from '#core/kernel';
import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormState } from '../../shared/forms/form.js';
import { announce } from '../../shared/ui/announce.js';
import css from './merge.module.css';
import { isSame, mergeFields, readOpened, type FieldMerge, type Opened } from './merge-fields.js';

export interface MergedField {
  readonly name: string;
  readonly label: string;
  /** Language of the text; without it the value is a number or a choice. */
  readonly lang?: Language;
  /** The words of a chosen value. */
  readonly wordOf?: (value: string) => string;
  /** A text beside the form that nobody types here, such as the source of a translation. */
  readonly beside?: boolean;
}

/** Name of the hidden field that says which version the form stands on; it is kept with the draft. */
export const OPENED = 'opened';

/** What this form was opened with; its changes are told from this. */
export const openedIn = (data: FormData, otherwise: Opened): Opened => {
  const text = data.get(OPENED);
  return readOpened(typeof text === 'string' ? text : null, otherwise);
};

/**
 * Stands in a form about something that another person may change meanwhile. As soon as a newer version is known (a refusal, a reload
 * with a kept draft, a fresh answer) both texts stand side by side and the reader chooses field by field; what only the other changed
 * is taken over and shown. Nothing typed is ever replaced unasked.
 */
export function Merge({ now, fields }: { now: Opened; fields: readonly MergedField[] }) {
  const { t } = useTranslation();
  const { initial } = useFormState();
  const hidden = useRef<HTMLInputElement>(null);
  const [first] = useState(() => initial[OPENED] ?? JSON.stringify(now));
  const [met, setMet] = useState<readonly FieldMerge[]>([]);
  const latest = useRef({ now, fields });
  useEffect(() => {
    latest.current = { now, fields };
  });

  useEffect(() => {
    const form = hidden.current?.form;
    if (!hidden.current || !form) return;
    // Written by hand only: React would put a default of a hidden field back at every render.
    if (hidden.current.value === '') hidden.current.value = first;
    const { now: newest, fields: known } = latest.current;
    const opened = readOpened(hidden.current.value, newest);
    if (opened.etag === newest.etag) return;
    const data = new FormData(form);
    const mine = Object.fromEntries(
      known.map(({ name, beside }) => {
        const value = beside ? opened.values[name] : data.get(name);
        return [name, typeof value === 'string' ? value : ''];
      }),
    );
    const names = known.map(({ name }) => name);
    const found = mergeFields(names, opened.values, mine, newest.values);
    for (const field of found) if (field.kind === 'theirs') write(form, field.name, field.theirs);
    hidden.current.value = JSON.stringify(newest);
    hidden.current.dispatchEvent(new Event('input', { bubbles: true }));
    if (found.length === 0) return;
    setMet((before) => [
      // An earlier text of mine that I gave up for theirs stays to be read.
      ...before.filter((one) => one.kind === 'both' && !isSame(one.mine, mine[one.name])),
      ...found,
    ]);
    announce(t('web-agenda:merge.title'));
  }, [now.etag, first, t]);

  return (
    <>
      <input ref={hidden} type="hidden" name={OPENED} />
      {met.length > 0 ? (
        <section className={css.merge} aria-label={t('web-agenda:merge.title')}>
          <h3>{t('web-agenda:merge.title')}</h3>
          <p>{t(met.some(({ kind }) => kind === 'both') ? 'web-agenda:merge.choose' : 'web-agenda:merge.taken')}</p>
          {met.map((one, index) => {
            const field = fields.find(({ name }) => name === one.name);
            return field ? (
              <Met
                key={`${String(index)} ${one.name} ${one.theirs}`}
                one={one}
                field={field}
                onTake={(text) => {
                  if (hidden.current?.form) write(hidden.current.form, one.name, text);
                }}
              />
            ) : null;
          })}
        </section>
      ) : null}
    </>
  );
}

function Met({ one, field, onTake }: { one: FieldMerge; field: MergedField; onTake: (text: string) => void }) {
  const { t } = useTranslation();
  const [taken, setTaken] = useState<'mine' | 'theirs'>('mine');
  const take = (whose: 'mine' | 'theirs'): void => {
    setTaken(whose);
    onTake(one[whose]);
  };
  if (one.kind === 'theirs') {
    return (
      <div className={css.one}>
        <h4>{field.label}</h4>
        <Marked field={field} from={one.base} to={one.theirs} show="both" />
      </div>
    );
  }
  return (
    <fieldset className={css.one}>
      <legend>{field.label}</legend>
      <div className={css.two}>
        {(['mine', 'theirs'] as const).map((whose) => (
          <div key={whose} className={css.side} data-taken={taken === whose || undefined}>
            <p className={css.whose}>{t(`web-agenda:merge.${whose}`)}</p>
            <Marked field={field} from={one.mine} to={one.theirs} show={whose} />
            <Button
              size="compact-md"
              variant={taken === whose ? 'filled' : 'default'}
              aria-pressed={taken === whose}
              onClick={() => take(whose)}
            >
              {t(`web-agenda:merge.take.${whose}`)}
            </Button>
          </div>
        ))}
      </div>
    </fieldset>
  );
}

/** One of two texts with what the other has not; both at once show what went and what came. */
function Marked({
  field,
  from,
  to,
  show,
}: {
  field: MergedField;
  from: string;
  to: string;
  show: 'mine' | 'theirs' | 'both';
}) {
  const { t } = useTranslation();
  if (!field.lang) {
    const word = field.wordOf ?? ((value: string) => value);
    return (
      <p className={css.text}>
        {show === 'both' ? (
          <>
            <del>{word(from)}</del> → <ins>{word(to)}</ins>
          </>
        ) : (
          word(show === 'mine' ? from : to)
        )}
      </p>
    );
  }
  const hidden = show === 'mine' ? 'added' : show === 'theirs' ? 'removed' : null;
  const marks = wordDiff(from, to, field.lang).filter((mark) => mark.kind !== hidden);
  return (
    <p className={css.text} lang={field.lang}>
      {marks.length === 0 ? <span className={css.empty}>{t('web-agenda:merge.empty')}</span> : null}
      {marks.map((mark, index) => {
        const Tag = mark.kind === 'same' ? 'span' : show !== 'both' ? 'mark' : mark.kind === 'added' ? 'ins' : 'del';
        return <Tag key={index}>{mark.text}</Tag>;
      })}
    </p>
  );
}

/** Writes a value into a field of an uncontrolled form as if it had been typed, so that the draft keeps it. */
function write(form: HTMLFormElement, name: string, text: string): void {
  const input = form.elements.namedItem(name);
  if (!(
    input instanceof HTMLInputElement ||
    input instanceof HTMLTextAreaElement ||
    input instanceof HTMLSelectElement
  ))
    return;
  // React watches `value` of each input; the prototype's own setter lets it see the change.
  Reflect.set(Object.getPrototypeOf(input) as object, 'value', text, input);
  input.dispatchEvent(new Event('input', { bubbles: true }));
}
