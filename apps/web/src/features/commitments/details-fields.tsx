import { useTranslation } from 'react-i18next';
import type { Language, Side } from '#core/kernel';
import { LANGUAGES } from '#core/kernel';
import type { CommitmentSummary } from '../../shared/api/types.js';
import { AreaField, FieldRow, SelectField, TextField } from '../../shared/forms/fields.js';
import { valueOf } from '../../shared/forms/form.js';
import { LANGUAGE_NAMES } from '../../shared/i18n/language.js';
import { useSides } from '../../shared/me.js';
import { usePosts } from './api.js';
import { initialTexts, TextsFields, textsOf } from './texts-fields.js';

/** Who acts, by when, by what it is measured, and the original words where they are not kept yet. */
export function DetailsFields({ quote }: { quote: boolean }) {
  const { t } = useTranslation();
  const sides = useSides();
  return (
    <>
      <SelectField
        name="actingSide"
        label={t('web-commitments:acting')}
        options={[
          { value: '', label: t('web-commitments:field.notSaid') },
          ...[...sides, 'both' as const].map((side) => ({ value: side, label: t(`common:sides.${side}`) })),
        ]}
      />
      <FieldRow>
        {sides.map((side) => (
          <PostField key={side} name={`${side}PostId`} side={side} label={t(`web-commitments:field.post.${side}`)} />
        ))}
      </FieldRow>
      <TextField name="due" label={t('web-commitments:due')} hint={t('web-commitments:field.dateHint')} />
      <TextsFields name="measure" label={t('web-commitments:measure')} />
      {quote ? (
        <>
          <AreaField
            name="quote.text"
            label={t('web-commitments:quote')}
            hint={t('web-commitments:field.quoteHint')}
            rows={3}
          />
          <SelectField
            name="quote.lang"
            label={t('web-commitments:field.quoteLang')}
            options={LANGUAGES.map((lang) => ({ value: lang, label: LANGUAGE_NAMES[lang] }))}
          />
        </>
      ) : null}
    </>
  );
}

/** A post of one side. */
export function PostField({ name, side, label }: { name: string; side: Side; label: string }) {
  const { t } = useTranslation();
  const posts = usePosts().filter((post) => post.side === side);
  return (
    <SelectField
      name={name}
      label={label}
      options={[
        { value: '', label: t('web-commitments:field.notSaid') },
        ...posts.map((post) => ({ value: post.id, label: `${post.body.text} ${post.title.text}` })),
      ]}
    />
  );
}

/** The details of a form as the API takes them; an empty field takes away what stood there. */
export function detailsOf(data: FormData, page: Language, present?: CommitmentSummary): object {
  const orNull = (name: string): string | null => valueOf(data, name) || null;
  const quote = valueOf(data, 'quote.text');
  return {
    actingSide: orNull('actingSide'),
    krPostId: orNull('krPostId'),
    jpPostId: orNull('jpPostId'),
    due: orNull('due'),
    measure: textsOf(data, 'measure', page, present?.measure),
    ...(quote === '' ? {} : { quote: { text: quote, lang: valueOf(data, 'quote.lang') } }),
  };
}

export function initialDetails(present: CommitmentSummary | undefined): Record<string, string> {
  if (!present) return {};
  const postOf = (side: Side): string => present.sides.find((one) => one.side === side)?.post?.id ?? '';
  return {
    actingSide: present.actingSide ?? '',
    krPostId: postOf('kr'),
    jpPostId: postOf('jp'),
    due: present.due?.value ?? '',
    'quote.text': present.quote?.text ?? '',
    'quote.lang': present.quote?.lang ?? 'ko',
    ...initialTexts('measure', present.measure),
  };
}
