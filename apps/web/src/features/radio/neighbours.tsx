import { formatBand, formatFrequency } from '#core/i18n';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLanguage } from '../../shared/i18n/language.js';
import { useProblemText } from '../../shared/i18n/words.js';
import { allowedIn } from '../../shared/ui/action-button.js';
import { Illustrative, State } from '../../shared/ui/badges.js';
import { Section } from '../../shared/ui/page.js';
import { Words } from '../../shared/ui/text.js';
import { toast } from '../../shared/ui/toast.js';
import { issuePath, useIssueWrite, type Issue, type Overlap } from './api.js';
import { toneOf } from './marks.js';
import css from './radio.module.css';

/** Linked cases, and those that share band and area, each with the link it offers. */
export function Neighbours({ issue }: { issue: Issue }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const write = useIssueWrite();
  const mayLink = allowedIn(issue.allowedActions, 'link')?.allowed === true;
  const offered = issue.overlaps.filter((one) => !one.linked);
  const link = (otherId: string): void => {
    write
      .mutateAsync({ method: 'POST', path: `/radio-issues/${issue.id}/links`, body: { otherId } })
      .then(() => toast(t('web-radio:done.link')))
      .catch(() => undefined);
  };
  const unlink = (linkId: string): void => {
    write
      .mutateAsync({ method: 'POST', path: `/radio-issues/${issue.id}/links/${linkId}/remove` })
      .then(() => toast(t('web-radio:done.unlink')))
      .catch(() => undefined);
  };
  if (issue.links.length === 0 && offered.length === 0) return null;
  return (
    <Section title={t('web-radio:overlaps')}>
      {issue.links.length > 0 ? (
        <ul className={css.cards}>
          {issue.links.map((one) => (
            <li key={one.linkId}>
              <span>
                <State tone="accent">{t('web-radio:linked')}</State>{' '}
                <Link to={issuePath(one.id)}>
                  <Words value={one.title} />
                </Link>{' '}
                <State tone={toneOf(one.status)}>{t(`web-words:radioState.${one.status}`)}</State>
              </span>
              {mayLink ? (
                <Button
                  className="fd-no-print"
                  size="compact-sm"
                  variant="default"
                  aria-label={t('web-radio:act.unlinkOf', { title: one.title.text })}
                  loading={write.isPending}
                  onClick={() => unlink(one.linkId)}
                >
                  {t('web-radio:act.unlink')}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {offered.length > 0 ? (
        <>
          <p className={css.muted}>{t('web-radio:overlapsLead')}</p>
          <ul className={css.cards}>
            {offered.map((one) => (
              <li key={one.id}>
                <OverlapWords overlap={one} />
                {mayLink ? (
                  <Button
                    className="fd-no-print"
                    size="compact-sm"
                    variant="default"
                    aria-label={t('web-radio:act.linkOf', { title: one.title.text })}
                    loading={write.isPending}
                    onClick={() => link(one.id)}
                  >
                    {t('web-radio:act.link')}
                  </Button>
                ) : null}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {write.error ? (
        <p role="alert" className={css.refused}>
          {textOf(write.error)}
        </p>
      ) : null}
    </Section>
  );
}

/** A case that shares band and area, with what it shares. */
export function OverlapWords({ overlap }: { overlap: Overlap }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const [low, high] = [Number(overlap.lowHz), Number(overlap.highHz)];
  return (
    <span>
      <Link to={issuePath(overlap.id)}>
        <Words value={overlap.title} />
      </Link>{' '}
      <Illustrative show={overlap.illustrative} />
      <span className={css.about}>
        <span>{low === high ? formatFrequency(low, lang) : formatBand(low, high, lang)}</span>
        <span>
          {overlap.areas.length > 0
            ? overlap.areas.map((area) => t(`web-radio:area.${area}`)).join(' · ')
            : t('web-radio:areaUnknown')}
        </span>
        <span>{t(`web-words:radioState.${overlap.status}`)}</span>
        {overlap.reopenable ? <strong>{t('web-radio:reopenable')}</strong> : null}
      </span>
    </span>
  );
}
