import { formatDateRange } from '#core/i18n';
import { useTranslation } from 'react-i18next';
import type { Proposal, TextView } from '../../shared/api/types.js';
import { useLanguage } from '../../shared/i18n/language.js';
import { Moment } from '../../shared/ui/dates.js';
import { Facts } from '../../shared/ui/page.js';
import { Words } from '../../shared/ui/text.js';
import type { CommonLine, Forum } from './api.js';

interface MeetingContent {
  forum?: Forum;
  name?: TextView;
  place?: TextView | null;
  from?: string;
  to?: string | null;
  zone?: string;
}

/** The facts of a meeting as both keys would have them. */
export function MeetingProposal({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const { forum, name, place, from, to, zone } = proposal.content as MeetingContent;
  return (
    <Facts
      rows={[
        [t('web-multilateral:field.forum'), forum ? t(`web-multilateral:forum.${forum}`) : null],
        [t('web-multilateral:field.name'), name ? <Words key="name" value={name} /> : null],
        [t('web-multilateral:field.place'), place ? <Words key="place" value={place} /> : null],
        [t('web-multilateral:field.days'), from ? formatDateRange(from, to ?? null, lang) : null],
        [t('web-multilateral:field.zone'), zone ?? null],
      ]}
    />
  );
}

/** How both would stand on an item, and the words they would use. */
export function LineProposal({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation();
  const { line, text } = proposal.content as { line?: CommonLine; text?: TextView };
  return (
    <Facts
      rows={[
        [t('web-multilateral:line.title'), line ? t(`web-multilateral:line.${line}`) : null],
        [t('web-multilateral:field.lineText'), text ? <Words key="text" value={text} /> : null],
      ]}
    />
  );
}

/** A contribution as both would hand it in. */
export function ContributionProposal({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation();
  const { title, dueAt, zone, symbol } = proposal.content as {
    title?: TextView;
    dueAt?: string;
    zone?: string;
    symbol?: string | null;
  };
  return (
    <Facts
      rows={[
        [t('web-multilateral:field.title'), title ? <Words key="title" value={title} /> : null],
        [t('web-multilateral:field.deadline'), dueAt && zone ? <Moment key="due" at={dueAt} zone={zone} /> : null],
        [t('web-multilateral:field.symbol'), symbol ?? null],
      ]}
    />
  );
}
