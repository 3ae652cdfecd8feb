import { Button } from '@mantine/core';
import { formatDate, wallClock } from '#core/i18n';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { TextField } from '../../shared/forms/fields.js';
import { Form, valueOf } from '../../shared/forms/form.js';
import { LANGUAGE_NAMES, useLanguage } from '../../shared/i18n/language.js';
import { useProblemText } from '../../shared/i18n/words.js';
import { ActionButton, allowedIn } from '../../shared/ui/action-button.js';
import { Private, SideName, State } from '../../shared/ui/badges.js';
import { Section } from '../../shared/ui/page.js';
import { Words } from '../../shared/ui/text.js';
import { useLiveWrite, type Live, type LiveDecision } from './api.js';
import css from './live.module.css';

/** What was written down so far: for both sides, and for the own side alone. */
export function Captured({ live }: { live: Live }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  return (
    <>
      {live.decisions.length > 0 ? (
        <Section title={t('web-live:decisions.title')}>
          <ol className={css.decisions}>
            {live.decisions.map((decision) => (
              <Decision key={decision.id} live={live} decision={decision} />
            ))}
          </ol>
        </Section>
      ) : null}
      {live.actions.length > 0 ? (
        <Section title={t('web-live:actions.title')}>
          <ul className={css.actions}>
            {live.actions.map((action) => (
              <li key={action.id}>
                <Link to={`/actions/${action.id}`}>
                  <Words value={action.title} marks={false} />
                </Link>
                <span className={css.muted}>
                  <SideName side={action.side} /> <Words value={action.owner.title} marks={false} /> ·{' '}
                  {formatDate(action.due, lang)}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {live.notes.length > 0 ? (
        <Section title={t('web-live:notes.title')}>
          <Private>
            <ul className={css.notes}>
              {live.notes.map((note) => (
                <li key={note.id}>
                  <span className={css.muted}>{wallClock(note.createdAt, live.zone).time}</span>{' '}
                  <span lang={note.lang === lang ? undefined : note.lang}>{note.text}</span>
                </li>
              ))}
            </ul>
          </Private>
        </Section>
      ) : null}
    </>
  );
}

function Decision({ live, decision }: { live: Live; decision: LiveDecision }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const textOf = useProblemText();
  const write = useLiveWrite(live.sessionId);
  const [editing, setEditing] = useState(false);
  const row = live.rows.find(({ id }) => id === decision.itemId);
  const settle = (how: 'accept' | 'withdraw') =>
    void write
      .mutateAsync({ method: 'POST', path: `/live-decisions/${decision.id}/${how}`, ifMatch: decision.etag })
      .catch(() => undefined);
  // In its own language the words change for both; in another one it is only said again.
  const reword = allowedIn(decision.allowedActions, decision.text.status === 'authentic' ? 'reword' : 'translate');
  return (
    <li className={css.decision} data-state={decision.state}>
      <p className={css.decisionText}>
        <Words value={decision.text} />
      </p>
      <p className={css.muted}>
        {row?.number === undefined || row.number === null
          ? null
          : `${t('web-live:decisions.item', { n: row.number })} · `}
        <SideName side={decision.wordedSide} />{' '}
        <State tone={decision.state === 'accepted' ? 'done' : 'open'}>
          {t(`web-live:decisions.${decision.state}`)}
        </State>
      </p>
      {write.error ? (
        <p role="alert" className={css.refused}>
          {textOf(write.error)}
        </p>
      ) : null}
      {editing ? (
        <Form
          draft={`live.decision.${decision.id}.${lang}`}
          label={t('web-live:decisions.reword')}
          submit={t('web-live:decisions.save')}
          pending={write.isPending}
          initial={{ text: decision.text.status === 'missing' ? '' : decision.text.text }}
          onCancel={() => setEditing(false)}
          onSubmit={async (data) => {
            await write.mutateAsync({
              method: 'PATCH',
              path: `/live-decisions/${decision.id}`,
              ifMatch: decision.etag,
              body: { lang, text: valueOf(data, 'text') },
            });
            setEditing(false);
          }}
        >
          <TextField
            name="text"
            label={t('web-live:decisions.words', { language: LANGUAGE_NAMES[lang] })}
            required
            autoFocus
          />
        </Form>
      ) : (
        <div className={css.rowActs}>
          <ActionButton
            may={quiet(allowedIn(decision.allowedActions, 'accept'))}
            size="sm"
            onClick={() => settle('accept')}
          >
            {t('web-live:decisions.accept')}
          </ActionButton>
          {reword?.allowed ? (
            <Button size="sm" variant="default" onClick={() => setEditing(true)}>
              {t(decision.text.status === 'authentic' ? 'web-live:decisions.reword' : 'web-live:decisions.translate')}
            </Button>
          ) : null}
          <ActionButton
            may={quiet(allowedIn(decision.allowedActions, 'withdraw'))}
            size="sm"
            variant="subtle"
            onClick={() => settle('withdraw')}
          >
            {t('web-live:decisions.withdraw')}
          </ActionButton>
        </div>
      )}
    </li>
  );
}

/** The own words wait for the other side: no button that says so on every line. */
const quiet = <May extends { allowed: boolean }>(may: May | undefined): May | undefined =>
  may?.allowed ? may : undefined;
