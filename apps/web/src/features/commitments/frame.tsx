import { Button } from '@mantine/core';
import { IconFilePlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { allowedIn } from '../../shared/ui/action-button.js';
import { Page, TabLinks } from '../../shared/ui/page.js';
import { useInstruments } from './api.js';

/** The three views of all promises; each has its address. */
export function CommitmentsFrame({ title, children }: { title?: string; children: ReactNode }) {
  const { t } = useTranslation();
  const may = allowedIn(useInstruments().data?.allowedActions ?? [], 'draft');
  const name = t('web-commitments:title');
  return (
    <Page
      title={title ? `${title} · ${name}` : name}
      heading={name}
      aside={
        may?.allowed ? (
          <Button
            component={Link}
            to="/instruments/new"
            variant="default"
            leftSection={<IconFilePlus size={18} aria-hidden />}
          >
            {t('web-commitments:act.draft')}
          </Button>
        ) : null
      }
    >
      <TabLinks
        label={name}
        tabs={[
          { to: '/commitments', label: t('web-commitments:view.tree'), end: true },
          { to: '/commitments/progress', label: t('web-commitments:view.progress') },
          { to: '/commitments/list', label: t('web-commitments:view.list') },
        ]}
      />
      {children}
    </Page>
  );
}
