import { Kbd, Modal } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { DESTINATIONS } from './navigation.js';
import css from './shortcuts.module.css';

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

/** `g` and a letter goes, `?` explains. Nothing happens while someone types or composes, or with a modifier held. */
export function Shortcuts() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const armed = useRef(false);
  useEffect(() => {
    let timer = 0;
    const listen = (event: KeyboardEvent): void => {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
      if (event.key === '?') return setOpen(true);
      if (armed.current) {
        armed.current = false;
        const goal = DESTINATIONS.find(({ letter }) => letter === event.key.toLowerCase());
        if (goal) void navigate(goal.to);
      } else if (event.key === 'g') {
        armed.current = true;
        window.clearTimeout(timer);
        timer = window.setTimeout(() => (armed.current = false), 1500);
      }
    };
    window.addEventListener('keydown', listen);
    return () => {
      window.removeEventListener('keydown', listen);
      window.clearTimeout(timer);
    };
  }, [navigate]);
  return (
    <Modal
      opened={open}
      onClose={() => setOpen(false)}
      title={t('web-shell:shortcuts.title')}
      closeButtonProps={{ 'aria-label': t('web-shell:close') }}
    >
      <dl className={css.list}>
        {DESTINATIONS.map(({ letter, name }) => (
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
    </Modal>
  );
}
