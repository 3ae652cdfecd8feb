import { partyName } from '#core/kernel';
import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRead } from '../../shared/api/hooks.js';
import type { Agenda, AgendaTemplate, CarryOver, SessionDetail } from '../../shared/api/types.js';
import { useLanguage } from '../../shared/i18n/language.js';
import { useProblemText } from '../../shared/i18n/words.js';
import { TemplateTable } from '../../shared/agenda-template/template-table.js';
import { Dialog } from '../../shared/ui/dialog.js';
import { Answer } from '../../shared/ui/states.js';
import { Words } from '../../shared/ui/text.js';
import { toast } from '../../shared/ui/toast.js';
import css from './agenda.module.css';
import { useAgendaWrite } from './api.js';
import { Matters } from './item-facts.js';
import plan from './plan-panel.module.css';

interface PlanProps {
  agenda: Agenda;
  session: SessionDetail;
}

/** What an agenda begins with: the standing items of its channel, and what earlier sessions left open. */
export function PlanPanel({ agenda, session }: PlanProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<'standing' | 'carry' | null>(null);
  const close = (): void => setOpen(null);
  return (
    <>
      <Button variant="default" onClick={() => setOpen('standing')}>
        {t('web-agenda:standing.title')}
      </Button>
      <Button variant="default" onClick={() => setOpen('carry')}>
        {t('web-agenda:carry.title')}
      </Button>
      <Dialog open={open === 'standing'} onClose={close} title={t('web-agenda:standing.title')}>
        <Standing agenda={agenda} channelId={session.channel.id} onDone={close} />
      </Dialog>
      <Dialog open={open === 'carry'} onClose={close} title={t('web-agenda:carry.title')}>
        <Carry agenda={agenda} onDone={close} />
      </Dialog>
    </>
  );
}

/** The standing items with what is there already; the missing ones are added as drafts of the own side. */
function Standing({ agenda, channelId, onDone }: { agenda: Agenda; channelId: string; onDone: () => void }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const write = useAgendaWrite();
  const template = useRead<AgendaTemplate>(`/channels/${channelId}/agenda-template`);
  const there = new Set(agenda.items.flatMap(({ standing }) => standing ?? []));
  return (
    <Answer read={template} head={false} rows={4}>
      {(data) => {
        const missing = data.items.filter(({ standing }) => !there.has(standing));
        return (
          <>
            <p>{t('web-agenda:standing.text')}</p>
            <TemplateTable first={data.first} items={data.items} there={there} />
            {write.error ? (
              <p role="alert" className={css.refused}>
                {textOf(write.error)}
              </p>
            ) : null}
            <div className={css.actions}>
              {missing.length > 0 ? (
                <Button
                  loading={write.isPending}
                  onClick={() =>
                    void write
                      .mutateAsync({ method: 'POST', path: `/sessions/${agenda.sessionId}/agenda/standing` })
                      .then(
                        () => {
                          toast(t('web-agenda:standing.added', { count: missing.length }));
                          onDone();
                        },
                        () => undefined,
                      )
                  }
                >
                  {t('web-agenda:standing.add', { count: missing.length })}
                </Button>
              ) : (
                <span>{t('web-agenda:standing.complete')}</span>
              )}
              <Link to={`/channels/${channelId}/agenda-template`}>{t('web-agenda:template.title')}</Link>
            </div>
          </>
        );
      }}
    </Answer>
  );
}

/** Deferred items to choose from, and the open actions that the follow-up shows by itself. */
function Carry({ agenda, onDone }: { agenda: Agenda; onDone: () => void }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const textOf = useProblemText();
  const write = useAgendaWrite();
  const path = `/sessions/${agenda.sessionId}/agenda/carry-over`;
  const read = useRead<CarryOver>(path);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  return (
    <Answer read={read} head={false} rows={3}>
      {({ items, actions }) => {
        const itemIds = items.map(({ itemId }) => itemId).filter((id) => !left.has(id));
        const toggle = (id: string): void => {
          const next = new Set(left);
          if (!next.delete(id)) next.add(id);
          setLeft(next);
        };
        return (
          <>
            <p>{items.length === 0 ? t('web-agenda:carry.none') : t('web-agenda:carry.text')}</p>
            <ul className={plan.rows}>
              {items.map((item) => (
                <li key={item.itemId}>
                  <Checkbox
                    checked={!left.has(item.itemId)}
                    onChange={() => toggle(item.itemId)}
                    label={<Words value={item.title} />}
                    description={
                      <>
                        {item.sessionTitle ? <Words value={item.sessionTitle} marks={false} /> : null}
                        {' · '}
                        {t('common:units.minutes', { n: item.minutes })}
                        {' · '}
                        {t(`web-agenda:objective.${item.objective}`)}
                        {' · '}
                        {partyName(item.proposer, lang)}
                      </>
                    }
                  />
                </li>
              ))}
            </ul>
            {actions.length > 0 ? (
              <details className={plan.actions}>
                <summary>{t('web-agenda:followUps.title', { count: actions.length })}</summary>
                <p className={css.label}>{t('web-agenda:carry.live')}</p>
                <Matters matters={actions} />
              </details>
            ) : null}
            {write.error ? (
              <p role="alert" className={css.refused}>
                {textOf(write.error)}
              </p>
            ) : null}
            {items.length > 0 ? (
              <Button
                disabled={itemIds.length === 0}
                loading={write.isPending}
                onClick={() =>
                  void write.mutateAsync({ method: 'POST', path, body: { itemIds } }).then(
                    () => {
                      toast(t('web-agenda:carry.added', { count: itemIds.length }));
                      onDone();
                    },
                    () => undefined,
                  )
                }
              >
                {t('web-agenda:carry.add', { count: itemIds.length })}
              </Button>
            ) : null}
          </>
        );
      }}
    </Answer>
  );
}
