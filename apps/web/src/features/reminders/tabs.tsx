import { useTranslation } from 'react-i18next';
import { useMe } from '../../shared/me.js';
import { TabLinks } from '../../shared/ui/page.js';

/** What the reader was told, what their side is told, and, in the demonstration, every mail as it went out. */
export function RemindersTabs() {
  const { t } = useTranslation();
  const me = useMe();
  return (
    <TabLinks
      label={t('web-reminders:tabs.label')}
      tabs={[
        { to: '/inbox', label: t('web-reminders:tabs.inbox') },
        { to: '/reminders', label: t('web-reminders:tabs.desk') },
        ...(me?.demo ? [{ to: '/mails', label: t('web-reminders:mails.title') }] : []),
      ]}
    />
  );
}
