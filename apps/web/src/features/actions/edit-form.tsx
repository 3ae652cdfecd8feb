import { MultiSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActionDetail } from '../../shared/api/types.js';
import { SelectField } from '../../shared/forms/fields.js';
import { Form, valueOf } from '../../shared/forms/form.js';
import { useLanguage } from '../../shared/i18n/language.js';
import { Loading } from '../../shared/ui/states.js';
import { toast } from '../../shared/ui/toast.js';
import { act, useAct, useBodies, usePosts } from './api.js';
import { postLabel } from './post-label.js';
import { PRIORITIES } from './words.js';

/** Who stands in, who supports, how urgent it is. */
export function EditForm({ action, onDone }: { action: ActionDetail; onDone: () => void }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const write = useAct(action.id);
  const posts = usePosts();
  const bodies = useBodies();
  const [supporting, setSupporting] = useState(action.supportingBodies.map(({ id }) => id));
  if (!posts.data || !bodies.data) return <Loading rows={3} head={false} />;
  const own = posts.data.items.filter(({ id, side }) => side === action.owner.side && id !== action.owner.id);
  return (
    <Form
      label={t('actions:actions.edit')}
      submit={t('actions:actions.edit')}
      initial={{ deputyPostId: action.deputy?.id ?? '', priority: action.priority }}
      pending={write.isPending}
      onCancel={onDone}
      onSubmit={async (data) => {
        await write.mutateAsync(
          act(action, 'edit', {
            deputyPostId: valueOf(data, 'deputyPostId') || null,
            priority: valueOf(data, 'priority'),
            supportingBodyIds: supporting,
          }),
        );
        toast(t('web-actions:done.edit'));
        onDone();
      }}
    >
      <SelectField
        name="deputyPostId"
        label={t('web-actions:deputy')}
        hint={t('web-actions:deputyHint')}
        options={[
          { value: '', label: t('web-actions:nobody') },
          ...own.map((post) => ({ value: post.id, label: postLabel(post, lang) })),
        ]}
      />
      <SelectField
        name="priority"
        label={t('web-actions:priority')}
        options={PRIORITIES.map((value) => ({ value, label: t(`actions:priorities.${value}`) }))}
      />
      <MultiSelect
        size="md"
        label={t('web-actions:supporting')}
        searchable
        hidePickedOptions
        value={supporting}
        onChange={setSupporting}
        nothingFoundMessage={t('web-actions:noBody')}
        maxValues={20}
        data={bodies.data.items.map(({ id, name }) => ({ value: id, label: name.text }))}
      />
    </Form>
  );
}
