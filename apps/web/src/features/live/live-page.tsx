import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { announce } from '../../shared/ui/announce.js';
import { Page } from '../../shared/ui/page.js';
import { Answer, Loading } from '../../shared/ui/states.js';
import { Words } from '../../shared/ui/text.js';
import { livePath, useLive, type Live, type LiveEvent } from './api.js';
import { Capture } from './capture.js';
import { Captured } from './captured.js';
import { LinkState } from './link-state.js';
import css from './live.module.css';
import { NowPanel } from './now-panel.js';
import { Presence } from './presence.js';
import { useOwnTexts } from './projector-words.js';
import { RunningOrder } from './running-order.js';
import { Speakers } from './speakers.js';
import { useLiveStream } from './use-live-stream.js';

/** A session as it runs, for everybody who takes part: made for the phone on the table first. */
export function LivePage() {
  const { id = '' } = useParams();
  const live = useLive(id);
  const ready = useOwnTexts();
  const client = useQueryClient();
  const seen = useRef<string | null>(null);
  useEffect(() => {
    seen.current = live.data?.cursor ?? null;
  }, [live.data]);
  const hear = useCallback(
    (event: LiveEvent | null) => {
      // What the own act has brought along already needs no second look.
      if (event === null || event.id !== seen.current) void client.invalidateQueries({ queryKey: [livePath(id)] });
    },
    [client, id],
  );
  const link = useLiveStream(id, live.data?.cursor ?? null, hear);
  if (!ready) return <Loading />;
  return (
    <Answer read={live}>
      {(data) => <Room live={data} receivedAt={live.dataUpdatedAt} link={<LinkState link={link} />} />}
    </Answer>
  );
}

function Room({ live, receivedAt, link }: { live: Live; receivedAt: number; link: ReactNode }) {
  const { t } = useTranslation();
  useSpoken(live);
  const at = `/sessions/${live.sessionId}`;
  return (
    <Page
      title={`${t('web-live:title')} · ${live.title.text}`}
      heading={t('web-live:title')}
      trail={[{ to: at, label: <Words value={live.title} marks={false} /> }]}
      aside={
        <>
          {link}
          <Button component={Link} to={`${at}/projector`} target="_blank" variant="default" size="sm">
            {t('web-live:projector.open')}
          </Button>
        </>
      }
    >
      {live.state === 'before' || live.state === 'over' ? (
        <p className={css.note} role="note">
          {t(`web-live:explain.${live.state}`)} <Link to={at}>{t('web-live:explain.session')}</Link>
        </p>
      ) : null}
      <div className={css.room}>
        <div className={css.column}>
          {live.state === 'before' ? null : <NowPanel live={live} receivedAt={receivedAt} />}
          {live.state === 'item' || live.state === 'between' ? <Speakers live={live} receivedAt={receivedAt} /> : null}
          <RunningOrder live={live} />
        </div>
        <div className={css.column}>
          <Capture live={live} />
          <Captured live={live} />
          <Presence live={live} />
        </div>
      </div>
    </Page>
  );
}

/** Says to screen readers what the eye sees by itself: another item, another speaker. */
function useSpoken(live: Live): void {
  const { t } = useTranslation();
  const row = live.rows.find(({ id }) => id === live.on?.itemId);
  const on = row ? row.title.text : live.on ? t('web-live:now.onBreak') : null;
  const first = useRef(true);
  useEffect(() => {
    if (!first.current && on !== null) announce(t('web-live:said.on', { title: on }));
    first.current = false;
  }, [on, t]);
}
