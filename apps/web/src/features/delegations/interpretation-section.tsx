import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionDetail } from '../../shared/api/types.js';
import { useLanguage } from '../../shared/i18n/language.js';
import { useProblemText } from '../../shared/i18n/words.js';
import { ActionButton, allowedIn } from '../../shared/ui/action-button.js';
import { SideName, State } from '../../shared/ui/badges.js';
import { Day } from '../../shared/ui/dates.js';
import { Facts, Section } from '../../shared/ui/page.js';
import { Answer } from '../../shared/ui/states.js';
import { toast } from '../../shared/ui/toast.js';
import { useInterpretation, useInterpretationWrite, type Interpretation } from './api.js';
import css from './delegations.module.css';
import { ArrangementForm, InterpreterForm, PaperForm } from './interpretation-forms.js';
import { nameIn } from './names.js';
import { Papers } from './papers.js';

type Mode = 'read' | 'arrange' | 'name-interpreter' | 'list-paper';

/** How the session is interpreted, what that does to its time, and what has to be translated for it. */
export function InterpretationSection({ session }: { session: SessionDetail }) {
  const { t } = useTranslation();
  const read = useInterpretation(session.id);
  return (
    <Section title={t('web-delegations:interpretation.title')}>
      <Answer read={read} head={false} rows={2}>
        {(data) => <Arrangement data={data} />}
      </Answer>
    </Section>
  );
}

function Arrangement({ data }: { data: Interpretation }) {
  const { t } = useTranslation();
  const [mode, setMode] = useState<Mode>('read');
  const write = useInterpretationWrite(data.sessionId);
  const textOf = useProblemText();
  const back = () => setMode('read');
  const may = (action: string) => allowedIn(data.allowedActions, action);
  const confirm = async (): Promise<void> => {
    await write.mutateAsync({
      method: 'POST',
      path: `/sessions/${data.sessionId}/interpretation/confirm`,
      ifMatch: data.etag,
    });
    toast(t('web-delegations:interpretation.confirmed'));
  };
  const open = t('web-delegations:interpretation.open');
  return (
    <>
      <p>
        <State tone={data.confirmedAt ? 'done' : 'open'}>
          {t(
            data.confirmedAt
              ? 'web-delegations:interpretation.stateConfirmed'
              : 'web-delegations:interpretation.stateOpen',
          )}
        </State>{' '}
        <span className={css.note}>
          {t('web-delegations:due')} <Day date={data.dueDate} />
        </span>
      </p>
      <Facts
        rows={[
          [
            t('web-delegations:interpretation.direction'),
            data.direction ? t(`web-delegations:direction.${data.direction}`) : open,
          ],
          [t('web-delegations:interpretation.mode'), data.mode ? t(`web-delegations:mode.${data.mode}`) : open],
          [
            t('web-delegations:interpretation.provider'),
            data.provider ? t(`web-delegations:provider.${data.provider}`) : open,
          ],
          [
            t('web-delegations:interpretation.equipment'),
            data.equipment.length === 0
              ? null
              : data.equipment.map((kind) => t(`web-delegations:equipment.${kind}`)).join(' · '),
          ],
          [t('web-delegations:interpretation.glossary'), data.glossaryVersion],
          [
            t('web-delegations:interpretation.time'),
            data.agendaMinutes === 0
              ? null
              : t('web-delegations:interpretation.running', {
                  agenda: data.agendaMinutes,
                  running: data.runningMinutes,
                }),
          ],
          [t('web-delegations:interpretation.interpreters'), <Interpreters key="who" data={data} />],
        ]}
      />
      <Papers data={data} />
      {mode === 'read' ? (
        <div className={`${css.actions} fd-no-print`}>
          <ActionButton may={may('arrange')} variant="default" onClick={() => setMode('arrange')}>
            {t('web-delegations:interpretation.arrange')}
          </ActionButton>
          <ActionButton
            may={may('confirm')}
            loading={write.isPending}
            onClick={() => void confirm().catch(() => undefined)}
          >
            {t('web-delegations:interpretation.confirm')}
          </ActionButton>
          <ActionButton may={may('name-interpreter')} variant="default" onClick={() => setMode('name-interpreter')}>
            {t('web-delegations:interpretation.name')}
          </ActionButton>
          <ActionButton may={may('list-paper')} variant="default" onClick={() => setMode('list-paper')}>
            {t('web-delegations:papers.add')}
          </ActionButton>
          {write.error ? (
            <span role="alert" className={css.refused}>
              {textOf(write.error)}
            </span>
          ) : null}
        </div>
      ) : null}
      {mode === 'arrange' ? <ArrangementForm data={data} onDone={back} /> : null}
      {mode === 'name-interpreter' ? <InterpreterForm sessionId={data.sessionId} onDone={back} /> : null}
      {mode === 'list-paper' ? <PaperForm sessionId={data.sessionId} onDone={back} /> : null}
    </>
  );
}

function Interpreters({ data }: { data: Interpretation }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const write = useInterpretationWrite(data.sessionId);
  if (data.interpreters.length === 0) return <>{t('web-delegations:interpretation.open')}</>;
  return (
    <ul className={css.plain}>
      {data.interpreters.map((person) => (
        <li key={person.id}>
          <SideName side={person.side} />{' '}
          {[nameIn(person.names, lang)?.text, person.post?.title.text, person.agency].filter(Boolean).join(' · ')}{' '}
          <ActionButton
            may={allowedIn(person.allowedActions, 'dismiss')}
            size="compact-sm"
            variant="subtle"
            color="red"
            onClick={() =>
              void write
                .mutateAsync({ method: 'POST', path: `/sessions/${data.sessionId}/interpreters/${person.id}/dismiss` })
                .catch(() => undefined)
            }
          >
            {t('web-delegations:remove')}
          </ActionButton>
        </li>
      ))}
    </ul>
  );
}
