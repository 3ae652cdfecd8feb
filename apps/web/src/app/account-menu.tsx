import { ActionIcon, Menu, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconDeviceDesktop, IconDevices, IconLogout, IconMoon, IconSun, IconUserCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useWrite } from '../shared/api/hooks.js';
import type { Me } from '../shared/api/types.js';
import { SideName } from '../shared/ui/badges.js';
import { Words } from '../shared/ui/text.js';
import css from './account-menu.module.css';
import { queryClient } from './query-client.js';

/** Who I am, for which side; light or dark; out, here or everywhere. */
export function AccountMenu({ me }: { me: Me }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const leave = useWrite<undefined>();
  const { setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme('light') === 'dark';
  const out = async (path: string): Promise<void> => {
    await leave.mutateAsync({ method: 'POST', path }).catch(() => undefined);
    await navigate('/sign-in', { replace: true });
    queryClient.clear();
  };
  return (
    <Menu position="bottom-end" width={280} shadow="md" trapFocus returnFocus>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={40}
          aria-label={t('web-shell:account.open', { name: me.post?.title.text ?? me.name.text })}
          className={css.open}
        >
          <IconUserCircle size={24} stroke={1.6} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
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
        <Menu.Divider />
        <Menu.Item
          leftSection={dark ? <IconSun size={18} aria-hidden /> : <IconMoon size={18} aria-hidden />}
          onClick={() => setColorScheme(dark ? 'light' : 'dark')}
        >
          {t(dark ? 'web-shell:scheme.light' : 'web-shell:scheme.dark')}
        </Menu.Item>
        <Menu.Item leftSection={<IconDeviceDesktop size={18} aria-hidden />} onClick={() => setColorScheme('auto')}>
          {t('web-shell:scheme.auto')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={18} aria-hidden />} onClick={() => void out('/auth/sign-out')}>
          {t('web-shell:account.signOut')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconDevices size={18} aria-hidden />}
          onClick={() => void out('/auth/sign-out-everywhere')}
        >
          {t('web-shell:account.signOutEverywhere')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
