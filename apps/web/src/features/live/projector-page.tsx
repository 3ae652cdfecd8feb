import { LANGUAGES, otherSide, type Language, type Side } from '#core/kernel';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useLocation, useParams, useSearchParams } from 'react-router';
import { hasStatus } from '../../shared/api/problem.js';
import { LANGUAGE_NAMES } from '../../shared/i18n/language.js';
import { useTitle } from '../../shared/ui/page.js';
import { Answer, Loading } from '../../shared/ui/states.js';
import { livePath, useProjected, type Projected } from './api.js';
import { BigClock } from './clock.js';
import { LinkState } from './link-state.js';
import { Forecast, nextRow } from './now-panel.js';
import css from './projector.module.css';
import { SpeakerName } from './person.js';
import { Both, BothWords, useOwnTexts, useTexts } from './projector-words.js';
import { useLiveStream } from './use-live-stream.js';

const languageOfSide: Readonly<Record<Side, Language>> = { kr: 'ko', jp: 'ja' };

/** For the screen in the room, without the frame of the desk: what both sides share, in two languages at once. */
export function ProjectorPage() {
  const { id = '' } = useParams();
  const location = useLocation();
  const board = useProjected(id);
  const client = useQueryClient();
  const ready = useOwnTexts();
  const hear = useCallback(
    () => void client.invalidateQueries({ queryKey: [`${livePath(id)}/projector`] }),
    [client, id],
  );
  const link = useLiveStream(id, board.data?.cursor ?? null, hear, 'projector');
  if (hasStatus(board.error, 401))
    return <Navigate to={`/sign-in?next=${encodeURIComponent(`${location.pathname}${location.search}`)}`} replace />;
  return (
    <main className={css.screen} id="main">
      {ready ? (
        <Answer read={board}>
          {(data) => <Screen board={data} receivedAt={board.dataUpdatedAt} link={<LinkState link={link} />} />}
        </Answer>
      ) : null}
    </main>
  );
}

/** The two languages of the screen: as chosen in the address, else the host's first. */
function useTwo(host: Side | null): [readonly [Language, Language], (at: 0 | 1, lang: Language) => void] {
  const [params, setParams] = useSearchParams();
  const first = languageOfSide[host ?? 'kr'];
  const usual = [first, languageOfSide[otherSide(host ?? 'kr')]] as const;
  const asked = (params.get('languages') ?? '').split(',');
  const chosen = LANGUAGES.filter((lang) => asked.includes(lang)).length === 2 ? asked : usual;
  const two = [chosen[0] as Language, chosen[1] as Language] as const;
  const choose = (at: 0 | 1, lang: Language): void => {
    const next = at === 0 ? [lang, two[1] === lang ? two[0] : two[1]] : [two[0] === lang ? two[1] : two[0], lang];
    setParams(
      (before) => {
        before.set('languages', next.join(','));
        return before;
      },
      { replace: true },
    );
  };
  return [two, choose];
}

function Screen({ board, receivedAt, link }: { board: Projected; receivedAt: number; link: ReactNode }) {
  const { t } = useTranslation();
  const [two, choose] = useTwo(board.host);
  const ready = useTexts(two);
  useTitle(`${t('web-live:projector.title')} · ${board.title.text}`);
  const row = board.rows.find(({ id }) => id === board.on?.itemId);
  const next = nextRow(board);
  if (!ready) return <Loading />;
  return (
    <>
      <header className={css.head}>
        <h1 className={css.session}>
          <Both value={board.title} two={two} />
        </h1>
        <span className={css.choice}>
          {link}
          {([0, 1] as const).map((at) => (
            <select
              key={at}
              aria-label={t(at === 0 ? 'web-live:projector.first' : 'web-live:projector.second')}
              value={two[at]}
              onChange={(event) => choose(at, event.currentTarget.value as Language)}
            >
              {LANGUAGES.map((lang) => (
                <option key={lang} value={lang} lang={lang}>
                  {LANGUAGE_NAMES[lang]}
                </option>
              ))}
            </select>
          ))}
        </span>
      </header>
      <section className={css.now} aria-live="polite">
        <h2 className={css.title}>
          {row ? (
            <>
              {row.number === null ? null : <span className={css.number}>{row.number}</span>}
              <Both value={row.title} two={two} />
            </>
          ) : (
            <BothWords text={board.on ? 'web-live:now.onBreak' : `web-live:state.${board.state}`} two={two} />
          )}
        </h2>
        {board.on ? (
          <div className={css.clock}>
            <BigClock timed={board.on} receivedAt={receivedAt} lang={two[0]} />
          </div>
        ) : null}
      </section>
      <div className={css.lower}>
        <section className={css.panel}>
          <h3>
            <BothWords text="web-live:speakers.floor" two={two} inline />
          </h3>
          {board.floor ? (
            <p className={css.speaking}>
              <SpeakerName speaker={board.floor} lang={two[0]} />
            </p>
          ) : (
            <p className={css.quiet}>–</p>
          )}
          {board.waiting.length > 0 ? (
            <>
              <h3>
                <BothWords text="web-live:speakers.waiting" two={two} inline />
              </h3>
              <ol className={css.queue}>
                {board.waiting.slice(0, 4).map((speaker) => (
                  <li key={speaker.id}>
                    <SpeakerName speaker={speaker} lang={two[0]} />
                  </li>
                ))}
              </ol>
            </>
          ) : null}
        </section>
        <section className={css.panel}>
          <h3>
            <BothWords text="web-live:decisions.title" two={two} inline />
          </h3>
          {board.decisions.length === 0 ? <p className={css.quiet}>–</p> : null}
          <ol className={css.decisions}>
            {board.decisions.slice(-3).map((decision) => (
              <li key={decision.id} data-state={decision.state}>
                <Both value={decision.text} two={two} />
                <span className={css.state}>
                  <BothWords text={`web-live:decisions.${decision.state}`} two={two} inline />
                </span>
              </li>
            ))}
          </ol>
        </section>
      </div>
      <footer className={css.foot}>
        {next ? (
          <p>
            <span className={css.quiet}>
              <BothWords text="web-live:now.upNext" two={two} inline />
            </span>{' '}
            {next.number === null ? null : `${String(next.number)}. `}
            <Both value={next.title} two={two} inline />
          </p>
        ) : (
          <span />
        )}
        <Forecast live={board} lang={two[0]} />
      </footer>
    </>
  );
}
