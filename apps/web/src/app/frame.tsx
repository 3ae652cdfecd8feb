import { IconMenu2, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, Outlet, ScrollRestoration, useLocation } from 'react-router';
import { useRead } from '../shared/api/hooks.js';
import { hasStatus } from '../shared/api/problem.js';
import type { Home, Me } from '../shared/api/types.js';
import { keepOnlyFor } from '../shared/offline/kept.js';
import { allTexts } from '../shared/i18n/setup.js';
import { OfflineNote } from '../shared/offline/offline-note.js';
import { Fault, Loading } from '../shared/ui/states.js';
import { setTabCount } from '../shared/ui/tab-title.js';
import { AccountMenu } from './account-menu.js';
import css from './frame.module.css';
import { LanguageSwitch } from './language-switch.js';
import { Navigation } from './navigation.js';
import { Shortcuts } from './shortcuts.js';
import { SignInAgain } from './sign-in-again.js';
import { Bell } from './bell.js';
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

/** A choice that this browser keeps. */
function useKept(key: string): [boolean, (value: boolean) => void] {
  const [value, setValue] = useState(() => window.localStorage.getItem(key) === 'true');
  const keep = (next: boolean): void => {
    window.localStorage.setItem(key, String(next));
    setValue(next);
  };
  return [value, keep];
}

function SignedIn({ me }: { me: Me }) {
  const { t } = useTranslation();
  const [narrow, setNarrow] = useKept('forum-desk.narrow');
  const home = useRead<Home>('/home');
  const waiting = home.data?.waitsForMe.length ?? 0;
  // What other pages say comes when this one has what it shows.
  useEffect(() => {
    if (home.isFetched) void allTexts();
  }, [home.isFetched]);
  const { pathname } = useLocation();
  // The menu of a phone is open for one page only: going somewhere closes it.
  const [openedAt, setOpenedAt] = useState<string | null>(null);
  const opened = openedAt === pathname;
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);

  useEffect(() => void keepOnlyFor(me.id).catch(() => undefined), [me.id]);
  useEffect(() => setTabCount(waiting), [waiting]);
  useEffect(() => () => setTabCount(0), []);
  useEffect(() => {
    if (first.current) first.current = false;
    else if (!document.activeElement?.closest('main')) main.current?.focus({ preventScroll: true });
  }, [pathname]);

  return (
    <>
      <a href="#main" className="fd-skip">
        {t('web-shell:skip')}
      </a>
      <div className={css.shell} data-narrow={narrow || undefined} data-opened={opened || undefined}>
        <header className={`${css.header} fd-no-print`}>
          <button
            type="button"
            className={css.burger}
            aria-expanded={opened}
            aria-controls="destinations"
            aria-label={t(opened ? 'web-shell:menu.close' : 'web-shell:menu.open')}
            onClick={() => setOpenedAt(opened ? null : pathname)}
          >
            {opened ? <IconX size={24} stroke={1.6} aria-hidden /> : <IconMenu2 size={24} stroke={1.6} aria-hidden />}
          </button>
          <Brand side={me.side} />
          <span className={css.gap} />
          <LanguageSwitch />
          <Bell ready={home.isFetched} />
          <AccountMenu me={me} />
        </header>
        <nav id="destinations" aria-label={t('web-shell:destinations')} className={`${css.navbar} fd-no-print`}>
          <Navigation narrow={narrow && !opened} waiting={waiting} onNarrow={() => setNarrow(!narrow)} />
        </nav>
        <main id="main" ref={main} tabIndex={-1} className={css.main}>
          <OfflineNote />
          <Outlet />
        </main>
      </div>
      <Announcer />
      <Shortcuts />
      <SignInAgain />
      <ScrollRestoration />
    </>
  );
}
