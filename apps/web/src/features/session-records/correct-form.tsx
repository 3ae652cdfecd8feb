import { Checkbox, Stack } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Form } from '../../shared/forms/form.js';
import { recordAddress, useRecordWrite, type SessionRecord } from './api.js';

/** Chooses the paragraphs that were wrong; the corrigendum opens with them. */
export function CorrectForm({ record, onDone }: { record: SessionRecord; onDone: () => void }) {
  const { t } = useTranslation();
  const write = useRecordWrite();
  const navigate = useNavigate();
  const key = useRef(crypto.randomUUID());
  const [chosen, setChosen] = useState<string[]>([]);
  const send = async (): Promise<void> => {
    const corrigendum = await write.mutateAsync({
      method: 'POST',
      path: `/records/${record.id}/corrigenda`,
      idempotencyKey: key.current,
      body: { paragraphIds: chosen },
    });
    onDone();
    await navigate(recordAddress(corrigendum));
  };
  return (
    <Form
      label={t('web-session-records:act.correct')}
      submit={t('web-session-records:act.correct')}
      pending={write.isPending}
      onSubmit={send}
      onCancel={onDone}
    >
      <Checkbox.Group
        label={t('web-session-records:corrigendum.which')}
        description={t('web-session-records:corrigendum.hint')}
        value={chosen}
        onChange={setChosen}
      >
        <Stack gap={8} mt={6}>
          {record.paragraphs.map((paragraph, at) => (
            <Checkbox
              key={paragraph.id}
              value={paragraph.id}
              label={`${String(at + 1)}. ${paragraph.text.text}`}
              lang={paragraph.text.lang}
            />
          ))}
        </Stack>
      </Checkbox.Group>
    </Form>
  );
}
