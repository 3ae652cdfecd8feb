import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, NavLink, useLocation } from 'react-router';
import css from './page.module.css';
import { setTabTitle } from './tab-title.js';

/** Names the tab of the browser; the count of what waits for the reader stands before it (set by the frame). */
export function useTitle(title: string): void {
  const { t } = useTranslation();
  useEffect(() => {
    setTabTitle([title, t('web-shell:product')].filter(Boolean).join(' · '));
  }, [title, t]);
}

interface PageProps {
  /** Plain text for the tab; the visible head may carry marks. */
  title: string;
  heading?: ReactNode;
  /** Where this page hangs: links from the top down. */
  trail?: { to: string; label: ReactNode }[];
  meta?: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
}

/** The one frame of a page: trail, head, what stands beside it, content. */
export function Page({ title, heading, trail, meta, aside, children }: PageProps) {
  const { t } = useTranslation();
  useTitle(title);
  return (
    <article className={css.page}>
      <header className={css.head}>
        {trail ? (
          <nav aria-label={t('web-shell:trail')} className={`${css.trail} fd-no-print`}>
            <ol>
              {trail.map((step) => (
                <li key={step.to}>
                  <Link to={step.to}>{step.label}</Link>
                </li>
              ))}
            </ol>
          </nav>
        ) : null}
        <div className={css.headRow}>
          <h1 className={css.title}>{heading ?? title}</h1>
          {aside ? <div className={css.aside}>{aside}</div> : null}
        </div>
        {meta ? <div className={css.meta}>{meta}</div> : null}
      </header>
      {children}
    </article>
  );
}

export function Section({
  title,
  aside,
  children,
  id,
}: {
  title: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
  id?: string;
}) {
  return (
    <section className={css.section} id={id}>
      <div className={css.sectionHead}>
        <h2>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}

/** Tabs are links: each has its address, works with back and can be shared. The one that is open is in sight on a narrow screen, too. */
export function TabLinks({ label, tabs }: { label: string; tabs: { to: string; label: ReactNode; end?: boolean }[] }) {
  const row = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    const open = row.current?.querySelector('[aria-current="page"]');
    if (!row.current || !open) return;
    const hidden = open.getBoundingClientRect().right - row.current.getBoundingClientRect().right;
    if (hidden > 0) row.current.scrollLeft += hidden;
  }, [pathname]);
  return (
    <nav ref={row} aria-label={label} className={`${css.tabs} fd-no-print`}>
      {tabs.map((tab) => (
        <NavLink key={tab.to} to={tab.to} end={tab.end ?? false} className={css.tab ?? ''}>
          {tab.label}
        </NavLink>
      ))}
    </nav>
  );
}

/** Facts as label and value; an absent value is left out. */
export function Facts({ rows }: { rows: (readonly [label: string, value: ReactNode] | null)[] }) {
  return (
    <dl className={css.facts}>
      {rows.map((row) =>
        row === null || row[1] === null || row[1] === undefined ? null : (
          <div key={row[0]}>
            <dt>{row[0]}</dt>
            <dd>{row[1]}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
