import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useWrite } from '../../shared/api/hooks.js';
import type { ChannelDetail } from '../../shared/api/types.js';
import { Form, valueOf } from '../../shared/forms/form.js';
import { useLanguage } from '../../shared/i18n/language.js';
import { Dialog } from '../../shared/ui/dialog.js';
import { toast } from '../../shared/ui/toast.js';
import { DetailFields, detailsOf, LevelField, NameFields, namesOf } from './fields.js';

/** Writes a new channel down for the own side alone, and opens its page. */
export function DraftDialog() {
  const { t } = useTranslation();
  const lang = useLanguage();
  const navigate = useNavigate();
  const write = useWrite<ChannelDetail>();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setOpen(true)}>
        {t('web-channels:draft')}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('web-channels:draft')}>
        <p>{t('web-channels:draftNote')}</p>
        <Form
          draft="channel-new"
          initial={{ level: 'dg' }}
          submit={t('web-channels:draft')}
          label={t('web-channels:draft')}
          pending={write.isPending}
          onCancel={() => setOpen(false)}
          onSubmit={async (data) => {
            const body = { lang, level: valueOf(data, 'level'), ...namesOf(data), ...detailsOf(data) };
            const created = await write.mutateAsync({ method: 'POST', path: '/channels', body });
            toast(t('web-channels:drafted'));
            setOpen(false);
            void navigate(`/channels/${created.id}`);
          }}
        >
          <NameFields />
          <LevelField />
          <DetailFields />
        </Form>
      </Dialog>
    </>
  );
}
