import { Button, NativeSelect } from '@mantine/core';
import { newId } from '#core/kernel';
import { formatName } from '#core/i18n';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Write } from '../../shared/api/hooks.js';
import { useLanguage } from '../../shared/i18n/language.js';
import { useProblemText } from '../../shared/i18n/words.js';
import { ActionButton, allowedIn } from '../../shared/ui/action-button.js';
import { Section } from '../../shared/ui/page.js';
import { conduct, livePath, useLiveWrite, type Live, type LiveMember } from './api.js';
import { clockText, useSecondsSince } from './clock.js';
import { SpeakerName } from './person.js';
import css from './live.module.css';

/** Who has the floor and who gets it next: the sides take turns. */
export function Speakers({ live, receivedAt }: { live: Live; receivedAt: number }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const write = useLiveWrite(live.sessionId);
  const send = (what: Write) => void write.mutateAsync(what).catch(() => undefined);
  const may = (name: string) => allowedIn(live.allowedActions, name);
  const give = may('give-floor');
  return (
    <Section title={t('web-live:speakers.title')}>
      {live.floor ? (
        <div className={css.floor}>
          <span className={css.muted}>{t('web-live:speakers.floor')}</span>
          <SpeakerName speaker={live.floor} />
          <FloorTime since={live.floor.startedAt} now={live.now} receivedAt={receivedAt} />
          <ActionButton may={may('end-floor')} variant="default" onClick={() => send(conduct(live, 'end-floor'))}>
            {t('web-live:speakers.end')}
          </ActionButton>
        </div>
      ) : (
        <p className={css.muted}>{t('web-live:speakers.nobody')}</p>
      )}
      {live.waiting.length > 0 ? (
        <ol className={css.queue} aria-label={t('web-live:speakers.waiting')}>
          {live.waiting.map((speaker) => (
            <li key={speaker.id}>
              <SpeakerName speaker={speaker} />
              <span className={css.rowActs}>
                {allowedIn(speaker.allowedActions, 'give-floor')?.allowed ? (
                  <Button
                    size="sm"
                    variant="default"
                    onClick={() => send(conduct(live, 'give-floor', { speakerId: speaker.id }))}
                  >
                    {t('web-live:speakers.give')}
                  </Button>
                ) : null}
                {(['skip', 'withdraw'] as const).map((how) =>
                  allowedIn(speaker.allowedActions, how)?.allowed ? (
                    <Button
                      key={how}
                      size="sm"
                      variant="subtle"
                      onClick={() => send({ method: 'POST', path: `/live-speakers/${speaker.id}/${how}` })}
                    >
                      {t(`web-live:speakers.${how}`)}
                    </Button>
                  ) : null,
                )}
              </span>
            </li>
          ))}
        </ol>
      ) : null}
      {write.error ? (
        <p role="alert" className={css.refused}>
          {textOf(write.error)}
        </p>
      ) : null}
      <div className={css.controls}>
        {live.waiting.length > 0 && give?.allowed ? (
          <Button size="lg" className={css.next ?? ''} onClick={() => send(conduct(live, 'give-floor'))}>
            {t('web-live:speakers.giveNext')}
          </Button>
        ) : null}
        <AskFloor live={live} send={send} pending={write.isPending} />
      </div>
    </Section>
  );
}

/** A delegate asks for themselves; a secretariat for anybody on its list, or for the side. */
function AskFloor({ live, send, pending }: { live: Live; send: (what: Write) => void; pending: boolean }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const [memberId, setMemberId] = useState('');
  const may = allowedIn(live.allowedActions, 'ask-floor');
  const able = live.delegations
    .flatMap(({ members }) => members)
    .filter((member) => allowedIn(member.allowedActions, 'ask-floor'));
  const many = able.length > 1 || able.some(({ mine }) => !mine);
  const named = (member: LiveMember) => {
    const { text } = formatName(member.names, lang);
    return text ? `${text} · ${member.post.title.text}` : member.post.title.text;
  };
  return (
    <>
      {many && may?.allowed ? (
        <NativeSelect
          size="lg"
          aria-label={t('web-live:speakers.whom')}
          value={memberId}
          onChange={(event) => setMemberId(event.currentTarget.value)}
          data={[
            { value: '', label: t('web-live:speakers.side') },
            ...able.map((member) => ({ value: member.id, label: named(member) })),
          ]}
        />
      ) : null}
      <ActionButton
        may={may}
        size="lg"
        variant="default"
        loading={pending}
        onClick={() =>
          send({
            method: 'POST',
            path: `${livePath(live.sessionId)}/speakers`,
            idempotencyKey: newId(),
            body: memberId ? { memberId } : {},
          })
        }
      >
        {t('web-live:speakers.ask')}
      </ActionButton>
    </>
  );
}

function FloorTime({ since, now, receivedAt }: { since: string | null; now: string; receivedAt: number }) {
  const passed = useSecondsSince(receivedAt);
  if (since === null) return null;
  const before = Math.max(0, Math.floor((Date.parse(now) - Date.parse(since)) / 1000));
  return <span className={css.floorTime}>{clockText(before + passed)}</span>;
}
