import { partyName } from '#core/kernel';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LANGUAGE_NAMES, useLanguage } from '../../shared/i18n/language.js';
import type { Allowed } from '../../shared/api/types.js';
import { useZone } from '../../shared/me.js';
import { ActionButton, allowedIn } from '../../shared/ui/action-button.js';
import { Dialog } from '../../shared/ui/dialog.js';
import { Moment } from '../../shared/ui/dates.js';
import { Keys } from '../../shared/ui/keys.js';
import { Words } from '../../shared/ui/text.js';
import { ActForm, FORMS, type FormAct } from './act-form.js';
import type { SessionRecord } from './api.js';
import { Clearances, OpenCounts, SIGN_OFF } from './marks.js';
import css from './session-records.module.css';

/** What a person does with a text as a whole, in the order in which it happens; `clear` has two buttons, to pass it on or send it back. */
const ACTS = FORMS.map(({ act }) => act);
const PRIMARY: readonly FormAct[] = ['exchange', 'turn-key', 'pass', 'finish'];

/** Refusals that only say that the act belongs to another moment or kind of text: nothing for the reader to wait for. */
const ELSEWHERE: readonly string[] = [
  ...['notInClearance', 'alreadyInClearance', 'keyNotTurned', 'keyAlreadyTurned', 'jointOnly', 'unilateralOnly'],
  ...['noReleasePlanned', 'notForSignature', 'forSignature', 'alreadyAdReferendum', 'keptClosed'],
].map((name) => `records.${name}`);

/** Both keys, both clearances, what is still open, and the acts. A key or clearance is for exactly the hash that is shown. */
export function StatusStrip({ record }: { record: SessionRecord }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const [asking, setAsking] = useState<{ act: FormAct; shown: SessionRecord } | null>(null);
  const shared = record.audience === 'joint';
  const open = record.openBrackets + record.openTexts > 0;
  return (
    <section className={css.strip} aria-label={t('web-session-records:status')}>
      <div className={css.stripRow}>
        {shared && record.keys.length > 0 ? <Keys keys={record.keys} wording={SIGN_OFF} /> : null}
        {record.clearances.length > 0 ? <Clearances clearances={record.clearances} /> : null}
        {record.readyToSign ? <span className={css.ready}>{t('web-session-records:readyToSign')}</span> : null}
      </div>
      {open ? (
        <details className={css.openList}>
          <summary>
            <OpenCounts record={record} />
          </summary>
          <OpenList record={record} />
        </details>
      ) : null}
      <Chain record={record} />
      <p className={css.hash}>
        <span className={css.muted}>{t('web-session-records:hash')}</span>{' '}
        <code title={record.hash}>{record.hash.slice(0, 16)}</code>
      </p>
      <div className={`${css.acts} fd-no-print`}>
        {ACTS.map((act) => (
          <ActionButton
            key={act}
            may={offered(record, act)}
            params={{ brackets: record.openBrackets, texts: record.openTexts, hours: record.showHours ?? 0 }}
            variant={PRIMARY.includes(act) ? 'filled' : 'default'}
            onClick={() => setAsking({ act, shown: record })}
          >
            {t(`web-session-records:act.${act}`, { party: partyName(record.side, lang) })}
          </ActionButton>
        ))}
      </div>
      <Dialog
        open={asking !== null}
        onClose={() => setAsking(null)}
        title={asking ? t(`web-session-records:act.${asking.act}`) : ''}
      >
        {asking ? <ActForm act={asking.act} record={asking.shown} onDone={() => setAsking(null)} /> : null}
      </Dialog>
    </section>
  );
}

/** Every open bracket and text, each with a link to its place. */
function OpenList({ record }: { record: SessionRecord }) {
  const { t } = useTranslation();
  const placeOf = (id: string | null): string => {
    const at = record.paragraphs.findIndex((paragraph) => paragraph.id === id);
    return at < 0 ? t('web-session-records:field.title') : t('web-session-records:paragraphNumber', { n: at + 1 });
  };
  return (
    <ul>
      {record.paragraphs.flatMap((paragraph) =>
        paragraph.brackets.map(({ lang, groups, differs }) => (
          <li key={`${paragraph.id} ${lang}`}>
            <a href={`#paragraph-${paragraph.id}`}>{placeOf(paragraph.id)}</a> <span>{LANGUAGE_NAMES[lang]}</span>{' '}
            {t('web-session-records:openBrackets', {
              count: groups.reduce((sum, group) => sum + group.brackets.length, 0),
            })}
            {differs ? <em> {t('web-session-records:differs')}</em> : null}
          </li>
        )),
      )}
      {record.gaps.map(({ paragraphId, lang, gap }) => (
        <li key={`${paragraphId ?? ''} ${lang} gap`}>
          {paragraphId ? <a href={`#paragraph-${paragraphId}`}>{placeOf(paragraphId)}</a> : placeOf(null)}{' '}
          <span>{LANGUAGE_NAMES[lang]}</span> {t(`web-session-records:gap.${gap}`)}
        </li>
      ))}
    </ul>
  );
}

/** The posts of the own side's clearance; the other side never sees them. */
function Chain({ record }: { record: SessionRecord }) {
  const { t } = useTranslation();
  const zone = useZone();
  if (record.chain.length === 0) return null;
  return (
    <div className={css.chain}>
      <p className={css.muted}>{t('web-session-records:clearance.chain')}</p>
      <ol>
        {record.chain.map((step) => (
          <li key={step.id} data-state={step.state} aria-current={step.turn ? 'step' : undefined}>
            <Words value={step.post.title} marks={false} />{' '}
            <span>{t(`web-session-records:step.${step.turn ? 'turn' : step.state}`)}</span>
            {step.decidedAt ? (
              <>
                {' '}
                <Moment at={step.decidedAt} zone={zone} />
              </>
            ) : null}
            {step.note ? <span className={css.note}>{step.note}</span> : null}
          </li>
        ))}
      </ol>
    </div>
  );
}

function offered(record: SessionRecord, act: FormAct): Allowed | undefined {
  const found = allowedIn(record.allowedActions, FORMS.find((form) => form.act === act)?.action ?? act);
  return found?.reason && ELSEWHERE.includes(found.reason) ? undefined : found;
}
