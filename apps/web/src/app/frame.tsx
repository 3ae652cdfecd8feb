import { AppShell, Burger } from '@mantine/core';
import { useDisclosure, useLocalStorage } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, Outlet, ScrollRestoration, useLocation } from 'react-router';
import { useRead } from '../shared/api/hooks.js';
import { hasStatus } from '../shared/api/problem.js';
import type { Home, Me } from '../shared/api/types.js';
import { Fault, Loading } from '../shared/ui/states.js';
import { setTabCount } from '../shared/ui/tab-title.js';
import { AccountMenu } from './account-menu.js';
import css from './frame.module.css';
import { LanguageSwitch } from './language-switch.js';
import { Navigation } from './navigation.js';
import { Shortcuts } from './shortcuts.js';
import { SignInAgain } from './sign-in-again.js';
import { Brand } from './brand.js';
import { Announcer } from '../shared/ui/announce.js';

/** The page frame: destinations at the left, language and account at the top, the page in the middle. */
export function Frame() {
  const me = useRead<Me>('/me');
  const location = useLocation();
  if (me.data) return <SignedIn me={me.data} />;
  if (hasStatus(me.error, 401)) {
    const back = `${location.pathname}${location.search}`;
    return <Navigate to={`/sign-in${back === '/' ? '' : `?next=${encodeURIComponent(back)}`}`} replace />;
  }
  if (me.error) {
    return (
      <main className={css.bare}>
        <Fault problem={me.error} retry={() => void me.refetch()} />
      </main>
    );
  }
  return (
    <main className={css.bare}>
      <Loading />
    </main>
  );
}

function SignedIn({ me }: { me: Me }) {
  const { t } = useTranslation();
  const [opened, { toggle, close }] = useDisclosure(false);
  const [narrow, setNarrow] = useLocalStorage({
    key: 'forum-desk.narrow',
    defaultValue: false,
    getInitialValueInEffect: false,
  });
  const home = useRead<Home>('/home');
  const { pathname } = useLocation();
  const main = useRef<HTMLDivElement>(null);
  const first = useRef(true);

  useEffect(() => setTabCount(home.data?.waitsForMe.length ?? 0), [home.data]);
  useEffect(() => () => setTabCount(0), []);
  useEffect(() => {
    close();
    if (first.current) first.current = false;
    else if (!document.activeElement?.closest('main')) main.current?.focus({ preventScroll: true });
  }, [pathname, close]);

  return (
    <>
      <a href="#main" className="fd-skip">
        {t('web-shell:skip')}
      </a>
      <AppShell
        header={{ height: 56 }}
        navbar={{ width: narrow ? 68 : 224, breakpoint: 'sm', collapsed: { mobile: !opened } }}
        padding={0}
        transitionDuration={0}
      >
        <AppShell.Header className={css.header}>
          <Burger
            opened={opened}
            onClick={toggle}
            hiddenFrom="sm"
            size="sm"
            aria-label={t(opened ? 'web-shell:menu.close' : 'web-shell:menu.open')}
            aria-expanded={opened}
          />
          <Brand side={me.side} />
          <span className={css.gap} />
          <LanguageSwitch />
          <AccountMenu me={me} />
        </AppShell.Header>
        <AppShell.Navbar className={css.navbar} aria-label={t('web-shell:destinations')} component="nav">
          <Navigation
            narrow={narrow && !opened}
            waiting={home.data?.waitsForMe.length ?? 0}
            onNarrow={() => setNarrow(!narrow)}
          />
        </AppShell.Navbar>
        <AppShell.Main>
          <div id="main" ref={main} tabIndex={-1} className={css.main}>
            <Outlet />
          </div>
        </AppShell.Main>
      </AppShell>
      <Announcer />
      <Shortcuts />
      <SignInAgain />
      <ScrollRestoration />
    </>
  );
}
