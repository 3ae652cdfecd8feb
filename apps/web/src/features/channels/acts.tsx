import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelDetail } from '../../shared/api/types.js';
import { Form } from '../../shared/forms/form.js';
import { useLanguage } from '../../shared/i18n/language.js';
import { useProblemText } from '../../shared/i18n/words.js';
import { ActionButton, allowedIn } from '../../shared/ui/action-button.js';
import { Dialog } from '../../shared/ui/dialog.js';
import { Section } from '../../shared/ui/page.js';
import { toast } from '../../shared/ui/toast.js';
import { ACT_FORMS } from './act-forms.js';
import css from './acts.module.css';
import { useChannelWrite } from './api.js';

const GROUPS = {
  draft: ['edit-draft', 'share', 'propose-agreement', 'withdraw'],
  state: ['withdraw-stall', 'propose-resumption', 'suspend-own', 'propose-suspension', 'propose-conclusion'],
  level: ['propose-level', 'propose-spawn'],
  content: ['rename-own', 'propose-rename', 'propose-details'],
} as const;

type Act = (typeof GROUPS)[keyof typeof GROUPS][number];

/** Reasons for which there is nothing to wait for: who reads this never does it, or the channel is of another kind. */
const NEVER = ['common.forbidden', 'channels.notOnLadder'];

/** What the reader may do about a channel, by what it changes; nothing for who never does. */
export function Acts({ channel }: { channel: ChannelDetail }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<Act | null>(null);
  const offers = (act: Act): boolean => {
    const may = allowedIn(channel.allowedActions, act);
    return may !== undefined && !NEVER.includes(may.reason ?? '');
  };
  const groups = (Object.keys(GROUPS) as (keyof typeof GROUPS)[]).filter((group) => GROUPS[group].some(offers));
  if (groups.length === 0) return null;
  return (
    <div className="fd-no-print">
      <Section
        title={t('web-channels:acts.title')}
        aside={<span className={css.note}>{t('web-channels:acts.lead')}</span>}
      >
        <div className={css.groups}>
          {groups.map((group) => (
            <div key={group}>
              <h3>{t(`web-channels:acts.${group}`)}</h3>
              <div className={css.buttons}>
                {GROUPS[group].filter(offers).map((act) => (
                  <ActionButton
                    key={act}
                    may={allowedIn(channel.allowedActions, act)}
                    size="compact-md"
                    variant="default"
                    onClick={() => setAsking(act)}
                  >
                    {t(`web-channels:act.${act}`)}
                  </ActionButton>
                ))}
              </div>
            </div>
          ))}
        </div>
      </Section>
      <Dialog
        open={asking !== null}
        onClose={() => setAsking(null)}
        title={asking ? t(`web-channels:act.${asking}`) : t('web-channels:acts.title')}
      >
        {asking ? <ActDialog act={asking} channel={channel} onDone={() => setAsking(null)} /> : null}
      </Dialog>
    </div>
  );
}

function ActDialog({ act, channel, onDone }: { act: Act; channel: ChannelDetail; onDone: () => void }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const write = useChannelWrite(channel.id);
  const textOf = useProblemText();
  const form = ACT_FORMS[act];
  if (!form) return null;
  const send = async (data: FormData): Promise<void> => {
    await write.mutateAsync(form.write(channel, data, lang));
    toast(t(act.startsWith('propose-') ? 'web-channels:proposed' : 'web-channels:saved'));
    onDone();
  };
  const { Fields } = form;
  if (!Fields) {
    return (
      <>
        <p>{t(`web-channels:ask.${act as 'share' | 'withdraw' | 'withdraw-stall'}`)}</p>
        {write.error ? (
          <p role="alert" className={css.refused}>
            {textOf(write.error)}
          </p>
        ) : null}
        <Button loading={write.isPending} onClick={() => void send(new FormData()).catch(() => undefined)}>
          {t(`web-channels:act.${act}`)}
        </Button>
      </>
    );
  }
  return (
    <Form
      draft={`channel-${channel.id}-${act}`}
      initial={form.initial?.(channel) ?? {}}
      submit={t(`web-channels:act.${act}`)}
      label={t(`web-channels:act.${act}`)}
      pending={write.isPending}
      onSubmit={send}
      onCancel={onDone}
    >
      <Fields channel={channel} />
    </Form>
  );
}
