import { ActionIcon, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import {
  IconActivity,
  IconBook2,
  IconCalendarShare,
  IconDeviceDesktop,
  IconDevices,
  IconLogout,
  IconMailCog,
  IconMoon,
  IconSun,
  IconUserCircle,
  IconWebhook,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useWrite } from '../shared/api/hooks.js';
import type { Me } from '../shared/api/types.js';
import { forget } from '../shared/offline/kept.js';
import { SideName } from '../shared/ui/badges.js';
import { Words } from '../shared/ui/text.js';
import { useDisclosure } from '../shared/ui/use-disclosure.js';
import css from './account-menu.module.css';
import { queryClient } from './query-client.js';

/** Who I am, for which side; light or dark; out, here or everywhere. */
export function AccountMenu({ me }: { me: Me }) {
  const { t } = useTranslation();
  const { open, setOpen, box, button } = useDisclosure<HTMLButtonElement>();

  return (
    <div ref={box} className={css.box}>
      <ActionIcon
        ref={button}
        variant="subtle"
        color="gray"
        size={40}
        className={css.open}
        aria-expanded={open}
        aria-label={t('web-shell:account.open', { name: me.post?.title.text ?? me.name.text })}
        onClick={() => setOpen(!open)}
      >
        <IconUserCircle size={24} stroke={1.6} aria-hidden />
      </ActionIcon>
      {open ? <Panel me={me} onDone={() => setOpen(false)} /> : null}
    </div>
  );
}

function Panel({ me, onDone }: { me: Me; onDone: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const leave = useWrite<undefined>();
  const { setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme('light') === 'dark';
  const out = async (path: string): Promise<void> => {
    await leave.mutateAsync({ method: 'POST', path }).catch(() => undefined);
    await forget().catch(() => undefined);
    await navigate('/sign-in', { replace: true });
    queryClient.clear();
  };
  const go = (to: string): void => {
    onDone();
    void navigate(to);
  };
  const paint = (scheme: 'light' | 'dark' | 'auto'): void => {
    setColorScheme(scheme);
    onDone();
  };
  return (
    <div className={css.panel}>
      <div className={css.who}>
        <p className={css.name}>
          <Words value={me.name} marks={false} />
        </p>
        {me.post ? (
          <p>
            <Words value={me.post.body} marks={false} /> <Words value={me.post.title} marks={false} />
          </p>
        ) : null}
        {me.side ? <SideName side={me.side} /> : null}
        <p className={css.mail}>{me.email}</p>
      </div>
      <ul className={css.acts}>
        <Act
          icon={dark ? <IconSun size={18} aria-hidden /> : <IconMoon size={18} aria-hidden />}
          onClick={() => paint(dark ? 'light' : 'dark')}
        >
          {t(dark ? 'web-shell:scheme.light' : 'web-shell:scheme.dark')}
        </Act>
        <Act icon={<IconDeviceDesktop size={18} aria-hidden />} onClick={() => paint('auto')}>
          {t('web-shell:scheme.auto')}
        </Act>
        <Act icon={<IconBook2 size={18} aria-hidden />} onClick={() => go('/glossary')}>
          {t('web-shell:glossary')}
        </Act>
        <Act icon={<IconCalendarShare size={18} aria-hidden />} onClick={() => go('/account/feeds')}>
          {t('web-shell:feeds')}
        </Act>
        <Act icon={<IconMailCog size={18} aria-hidden />} onClick={() => go('/account/mails')}>
          {t('web-shell:mailSettings')}
        </Act>
        {me.side !== null && me.roles.includes('secretariat') ? (
          <Act icon={<IconWebhook size={18} aria-hidden />} onClick={() => go('/webhooks')}>
            {t('web-shell:webhooks')}
          </Act>
        ) : null}
        {me.roles.includes('admin') ? (
          <Act icon={<IconActivity size={18} aria-hidden />} onClick={() => go('/operations')}>
            {t('web-shell:operations')}
          </Act>
        ) : null}
        <Act icon={<IconLogout size={18} aria-hidden />} onClick={() => void out('/auth/sign-out')}>
          {t('web-shell:account.signOut')}
        </Act>
        <Act icon={<IconDevices size={18} aria-hidden />} onClick={() => void out('/auth/sign-out-everywhere')}>
          {t('web-shell:account.signOutEverywhere')}
        </Act>
      </ul>
    </div>
  );
}

function Act({ icon, onClick, children }: { icon: ReactNode; onClick: () => void; children: ReactNode }) {
  return (
    <li>
      <button type="button" onClick={onClick}>
        {icon}
        {children}
      </button>
    </li>
  );
}
