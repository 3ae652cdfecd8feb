import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hasStatus } from '../../shared/api/problem.js';
import { SelectField, TextField } from '../../shared/forms/fields.js';
import { Form, valueOf } from '../../shared/forms/form.js';
import { LANGUAGE_NAMES } from '../../shared/i18n/language.js';
import { sourceOf, textIn } from '../../shared/texts.js';
import { toast } from '../../shared/ui/toast.js';
import { GRADES, usePaperWrite, type Paper } from './api.js';
import { ItemFields, itemsOf } from './item-fields.js';
import css from './papers.module.css';

/** Title in its own language, grade and items. What somebody else saved meanwhile is shown beside what is typed. */
export function EditForm({ paper, onDone }: { paper: Paper; onDone: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const write = usePaperWrite();
  const [etag, setEtag] = useState(paper.etag);
  const [lang] = useState(() => sourceOf(paper.title));
  const title = textIn(paper.title, lang)?.text ?? '';
  const send = async (data: FormData): Promise<void> => {
    const typed = valueOf(data, 'title');
    try {
      await write.mutateAsync({
        method: 'PATCH',
        path: `/papers/${paper.id}`,
        ifMatch: etag,
        body: {
          lang,
          ...(typed === title ? {} : { title: typed }),
          grade: valueOf(data, 'grade'),
          itemIds: itemsOf(data),
        },
      });
    } catch (error) {
      if (hasStatus(error, 412)) {
        await client.invalidateQueries({ queryKey: [`/papers/${paper.id}`] });
        setEtag(client.getQueriesData<Paper>({ queryKey: [`/papers/${paper.id}`] })[0]?.[1]?.etag ?? etag);
      }
      throw error;
    }
    toast(t('web-papers:saved'));
    onDone();
  };
  return (
    <Form
      draft={`paper.${paper.id}.${lang}`}
      initial={{ title, grade: paper.grade }}
      label={t('web-papers:act.edit')}
      submit={t('web-shell:save')}
      pending={write.isPending}
      onSubmit={send}
      onCancel={onDone}
      refusal={(problem) =>
        problem.status === 412 ? (
          <div className={css.newest}>
            <p className={css.muted}>{t('web-papers:conflict.now')}</p>
            <p lang={lang}>{title}</p>
            <p>{t('web-papers:conflict.yours')}</p>
          </div>
        ) : null
      }
    >
      <TextField
        name="title"
        label={t('web-papers:field.title', { language: LANGUAGE_NAMES[lang] })}
        lang={lang}
        required
        autoFocus
      />
      <SelectField
        name="grade"
        label={t('web-papers:field.grade')}
        hint={t('web-papers:field.gradeHint')}
        options={GRADES.map((value) => ({ value, label: t(`web-papers:grade.${value}`) }))}
      />
      <ItemFields sessionId={paper.sessionId} chosen={paper.items.map(({ id }) => id)} />
    </Form>
  );
}
