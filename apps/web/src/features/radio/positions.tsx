import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AreaField } from '../../shared/forms/fields.js';
import { Form, valueOf } from '../../shared/forms/form.js';
import { useLanguage } from '../../shared/i18n/language.js';
import { useProblemText } from '../../shared/i18n/words.js';
import { useSides, useZone } from '../../shared/me.js';
import { ActionButton, allowedIn } from '../../shared/ui/action-button.js';
import { Private, SideName } from '../../shared/ui/badges.js';
import { Moment } from '../../shared/ui/dates.js';
import { Section } from '../../shared/ui/page.js';
import { Words } from '../../shared/ui/text.js';
import { toast } from '../../shared/ui/toast.js';
import { useIssueWrite, type Issue } from './api.js';
import css from './radio.module.css';

/** What each side holds: what both know side by side, what is written and not exchanged in a place of its own. */
export function Positions({ issue }: { issue: Issue }) {
  const { t } = useTranslation();
  const sides = useSides();
  const known = { kr: issue.positionKr, jp: issue.positionJp };
  return (
    <Section title={t('web-radio:positions')} id="positions">
      <div className={css.positions}>
        {sides.map((side) => {
          const position = known[side];
          return (
            <section key={side}>
              <h3>
                <SideName side={side} />
              </h3>
              {position ? (
                <p className={css.text}>
                  <Words value={position} />
                </p>
              ) : (
                <p className={css.muted}>{t('web-radio:noPosition')}</p>
              )}
            </section>
          );
        })}
      </div>
      <OwnPosition issue={issue} />
      <Former issue={issue} />
    </Section>
  );
}

function OwnPosition({ issue }: { issue: Issue }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const textOf = useProblemText();
  const write = useIssueWrite();
  const [writing, setWriting] = useState(false);
  const own = issue.ownPosition;
  const mayWrite = allowedIn(issue.allowedActions, 'write-position');
  if (!own && mayWrite?.allowed !== true) return null;
  const label = t(own ? 'web-radio:act.edit-position' : 'web-radio:act.write-position');
  const exchange = (): void => {
    if (!own) return;
    write
      .mutateAsync({ method: 'POST', path: `/radio-issues/${issue.id}/position/exchange`, ifMatch: own.etag })
      .then(() => toast(t('web-radio:done.exchange-position')))
      .catch(() => undefined);
  };
  return (
    <div className={css.own}>
      <Private>
        {own ? (
          <p className={css.text}>
            <Words value={own.text} />
          </p>
        ) : null}
        {writing ? (
          <Form
            draft={`radio-position.${issue.id}`}
            label={label}
            submit={t('web-radio:form.keep')}
            initial={{ text: own?.text.all?.[lang].status === 'missing' ? '' : (own?.text.all?.[lang].text ?? '') }}
            pending={write.isPending}
            onCancel={() => setWriting(false)}
            onSubmit={async (data) => {
              await write.mutateAsync({
                method: 'PUT',
                path: `/radio-issues/${issue.id}/position`,
                ifMatch: own?.etag ?? '"0"',
                body: { lang, text: valueOf(data, 'text') },
              });
              setWriting(false);
            }}
          >
            <AreaField name="text" label={label} hint={t('web-radio:form.positionHint')} required />
          </Form>
        ) : (
          <div className={`${css.acts} fd-no-print`}>
            <ActionButton may={mayWrite} variant="default" size="compact-md" onClick={() => setWriting(true)}>
              {label}
            </ActionButton>
            {own ? (
              <ActionButton
                may={allowedIn(issue.allowedActions, 'exchange-position')}
                size="compact-md"
                loading={write.isPending}
                onClick={exchange}
              >
                {t('web-radio:act.exchange-position')}
              </ActionButton>
            ) : null}
          </div>
        )}
        {!writing && write.error ? (
          <p role="alert" className={css.refused}>
            {textOf(write.error)}
          </p>
        ) : null}
      </Private>
    </div>
  );
}

function Former({ issue }: { issue: Issue }) {
  const { t } = useTranslation();
  const zone = useZone();
  if (issue.formerPositions.length === 0) return null;
  return (
    <details className={css.former}>
      <summary>{t('web-radio:formerPositions', { count: issue.formerPositions.length })}</summary>
      <ul className={css.rows}>
        {issue.formerPositions.map((one) => (
          <li key={one.id}>
            <span className={css.muted}>
              <SideName side={one.side} /> {one.exchangedAt ? <Moment at={one.exchangedAt} zone={zone} /> : null}
            </span>
            <span>
              <Words value={one.text} />
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
