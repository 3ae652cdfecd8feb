import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import { Page, TabLinks } from '../../shared/ui/page.js';

export const KINDS = ['exhibitions', 'exchange-programmes', 'context-events', 'conflicts', 'sources'] as const;

/** The registers that stand beside the meetings, each behind its own address. */
export function RecordsPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('web-records:title')}>
      <TabLinks
        label={t('web-records:title')}
        tabs={[
          { to: '/records', label: t('web-records:kind.radio'), end: true },
          { to: '/records/escalations', label: t('web-records:kind.escalations') },
          { to: '/records/multilateral', label: t('web-records:kind.multilateral-meetings') },
          ...KINDS.map((kind) => ({ to: `/records/${kind}`, label: t(`web-records:kind.${kind}`) })),
        ]}
      />
      <Outlet />
    </Page>
  );
}
