import { LANGUAGES, type Language } from '#core/kernel';
import { Button } from '@mantine/core';
import { IconArrowsLeftRight, IconBook2, IconPencilExclamation } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { call } from '../api/client.js';
import type { Problem } from '../api/problem.js';
import type { components } from '../api/schema.js';
import { LANGUAGE_NAMES, useLanguage } from '../i18n/language.js';
import css from './glossary-hints.module.css';
import type { GlossaryHintsProps, UseTerm } from './index.js';

type Check = components['schemas']['GlossaryCheckView'];
type Off = Check['offGlossary'][number];
type Friend = Check['falseFriends'][number];
type Hit = Check['hits'][number];

/** Departures and false friends first; agreed terms folded away, since they are only help. Silent while nothing is found. */
export default function Hints({ texts, source, lang, onUse }: GlossaryHintsProps) {
  const { t } = useTranslation();
  const page = useLanguage();
  const read = useQuery<Check, Problem>({
    queryKey: ['/glossary/check', texts, source ?? null, page],
    queryFn: ({ signal }) =>
      call<Check>('POST', '/glossary/check', { body: { texts, ...(source ? { source } : {}) }, lang: page, signal }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    gcTime: 60_000,
    retry: false,
  });
  const { hits, offGlossary, falseFriends } = read.data ?? { hits: [], offGlossary: [], falseFriends: [] };
  const own = offGlossary.filter((one) => one.lang === lang);
  const friends = falseFriends.filter(({ marks }) => marks.some((mark) => mark.lang === lang || mark.lang === source));
  // What is found belongs to the text that was asked; a text that has moved on since is not written into.
  const use = read.isPlaceholderData ? undefined : onUse;
  const terms = uniqueTerms(source === undefined || source === lang ? hits : hits.filter((hit) => hit.lang === source));
  if (own.length + friends.length + terms.length === 0) return null;
  return (
    <aside className={`${css.hints} fd-no-print`} aria-label={t('web-glossary:hints.title')}>
      <div aria-live="polite">
        {friends.length + own.length > 0 ? (
          <ul className={css.list}>
            {own.map((one) => (
              <Departure key={`${one.termId} ${String(one.start)} ${one.offer}`} off={one} onUse={use} />
            ))}
            {friends.map((friend) => (
              <FriendItem key={friend.code} friend={friend} lang={lang} onUse={use} />
            ))}
          </ul>
        ) : null}
      </div>
      {terms.length > 0 ? (
        <details className={css.terms}>
          <summary>
            <IconBook2 size={16} aria-hidden /> {t('web-glossary:hints.terms', { count: terms.length })}
          </summary>
          <ul className={css.list}>
            {terms.map((hit) => (
              <TermItem key={hit.termId} hit={hit} lang={lang} onUse={source === lang ? undefined : use} />
            ))}
          </ul>
        </details>
      ) : null}
    </aside>
  );
}

type Use = ((use: UseTerm) => void) | undefined;

function Departure({ off, onUse }: { off: Off; onUse: Use }) {
  const { t } = useTranslation();
  const { lang, found, start, end, offer, source } = off;
  return (
    <Item icon={<IconPencilExclamation size={18} aria-hidden />} tone="amber">
      <p>
        {found === null ? (
          <>
            {t('web-glossary:hints.missing')} <q lang={source?.lang}>{source?.found}</q>
          </>
        ) : (
          <>
            {t(found.normalize('NFKC') === offer ? 'web-glossary:hints.sign' : 'web-glossary:hints.avoid')}{' '}
            <q lang={lang}>{found}</q>
          </>
        )}{' '}
        <span aria-hidden>→</span> <strong lang={lang}>{offer}</strong>
      </p>
      <div className={css.acts}>
        <TakeButton term={offer} lang={lang} start={start} end={end} onUse={onUse} />
        <Link to={`/glossary/${off.termId}`} target="_blank" className={css.more}>
          {t('web-glossary:hints.open')}
        </Link>
      </div>
    </Item>
  );
}

function FriendItem({ friend, lang, onUse }: { friend: Friend; lang: Language; onUse: Use }) {
  const { t } = useTranslation();
  const own = friend.marks.find((mark) => mark.lang === lang);
  return (
    <Item icon={<IconArrowsLeftRight size={18} aria-hidden />} tone={friend.kind === 'clash' ? 'amber' : 'plain'}>
      <p>
        <strong>{t(`web-glossary:hints.${friend.kind}`)}</strong>{' '}
        {friend.marks.map((mark, index) => (
          <span key={mark.lang}>
            {index > 0 ? <span aria-hidden> ≠ </span> : null}
            <q lang={mark.lang}>{mark.found}</q>
          </span>
        ))}
      </p>
      <p>{friend.explanation}</p>
      <div className={css.acts}>
        {(own?.offers ?? []).map((offer) => (
          <TakeButton
            key={offer}
            term={offer}
            lang={lang}
            start={own?.start ?? null}
            end={own?.end ?? null}
            onUse={onUse}
          />
        ))}
        {friend.termId ? (
          <Link to={`/glossary/${friend.termId}`} target="_blank" className={css.more}>
            {t('web-glossary:hints.open')}
          </Link>
        ) : null}
      </div>
    </Item>
  );
}

/** An agreed term of the source with what the language at hand calls it; of the own text, with both other languages. */
function TermItem({ hit, lang, onUse }: { hit: Hit; lang: Language; onUse: Use }) {
  const shown = hit.lang === lang ? LANGUAGES.filter((other) => other !== lang) : [lang];
  return (
    <li className={css.term}>
      <span lang={hit.lang}>{hit.found}</span>
      {shown.map((other) => (
        <span key={other} className={css.word}>
          <span className={css.language} lang={other}>
            {LANGUAGE_NAMES[other]}
          </span>{' '}
          <Link to={`/glossary/${hit.termId}`} target="_blank" lang={other}>
            {hit.agreed[other]}
          </Link>
        </span>
      ))}
      {hit.lang === lang ? null : (
        <TakeButton term={hit.agreed[lang]} lang={lang} start={null} end={null} onUse={onUse} />
      )}
    </li>
  );
}

function TakeButton({ onUse, ...use }: UseTerm & { onUse: Use }) {
  const { t } = useTranslation();
  if (!onUse) return null;
  const label = t(use.start === null ? 'web-glossary:hints.insert' : 'web-glossary:hints.replace', { term: use.term });
  return (
    <Button type="button" size="compact-sm" variant="default" onClick={() => onUse(use)}>
      {label}
    </Button>
  );
}

function Item({ icon, tone, children }: { icon: ReactNode; tone: 'amber' | 'plain'; children: ReactNode }) {
  return (
    <li className={css.item} data-tone={tone}>
      {icon}
      <div>{children}</div>
    </li>
  );
}

/** Each term once, in the order of the text. */
function uniqueTerms(hits: readonly Hit[]): Hit[] {
  return [...new Map(hits.toReversed().map((hit) => [hit.termId, hit])).values()].toReversed();
}
