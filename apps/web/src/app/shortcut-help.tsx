import { Kbd } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../shared/ui/dialog.js';
import { DESTINATIONS, REMINDERS } from './navigation.js';
import css from './shortcuts.module.css';

/** Every key that does something here. */
export function ShortcutHelp({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog open onClose={onClose} title={t('web-shell:shortcuts.title')}>
      <dl className={css.list}>
        {[...DESTINATIONS, REMINDERS].map(({ letter, name }) => (
          <div key={letter}>
            <dt>
              <Kbd>g</Kbd> <Kbd>{letter}</Kbd>
            </dt>
            <dd>{t(`web-shell:to.${name}`)}</dd>
          </div>
        ))}
        <div>
          <dt>
            <Kbd>?</Kbd>
          </dt>
          <dd>{t('web-shell:shortcuts.title')}</dd>
        </div>
      </dl>
    </Dialog>
  );
}
