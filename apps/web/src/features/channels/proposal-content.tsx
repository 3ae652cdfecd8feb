import { isDate, formatDate } from '#core/i18n';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { RuleWords } from '../../shared/actions/action-rule.js';
import { ProposedTemplate } from '../../shared/agenda-template/template-table.js';
import type { ChannelDetail, Language, Level, Proposal, TextView } from '../../shared/api/types.js';
import { LANGUAGE_NAMES, useLanguage } from '../../shared/i18n/language.js';
import { ProposedRules } from '../../shared/reminder-rules/proposed-rules.js';
import { ReleaseRuleWords } from '../../shared/records/release-rule.js';
import { Ladder } from '../../shared/ui/badges.js';
import { SessionDate } from '../../shared/ui/dates.js';
import { Words } from '../../shared/ui/text.js';
import css from './acts.module.css';

/** What the contents of a channel's proposals may hold, over all kinds. */
interface Content {
  from?: string;
  to?: Level;
  level?: Level;
  sessionId?: string;
  name?: TextView;
  reference?: { kind: string; text: string };
  language?: Language;
  text?: string;
  cadenceMonths?: number | null;
  cadence?: TextView;
  hostingRule?: 'alternating' | 'rotation' | 'by_agreement';
  topics?: TextView[];
  parent?: TextView | null;
  bodies?: TextView[];
  end?: 'concluded' | 'superseded';
  successor?: TextView | null;
  why?: TextView | null;
  silenceDays?: number | null;
  showHours?: number | null;
}

const KINDS = [
  ...(['agree', 'level', 'spawn', 'rename', 'details', 'suspend', 'resume', 'conclude'] as const),
  'agenda-template',
] as const;
type Kind = (typeof KINDS)[number];

/** The title of a proposal about a channel. */
export function useProposalTitle(): (proposal: Proposal) => string {
  const { t } = useTranslation();
  return (proposal) => {
    if (proposal.kind === 'channel.agenda-template') return t('web-agenda:template.proposal');
    if (proposal.kind === 'channel.action-rules') return t('web-actions:rule.proposal');
    if (proposal.kind === 'channel.reminder-rules') return t('web-reminder-rules:proposal');
    if (proposal.kind === 'channel.record-rules') return t('web-session-records:rule.proposal');
    const kind = proposal.kind.replace('channel.', '');
    return KINDS.some((known) => known === kind)
      ? t(`web-channels:proposal.${kind as Kind}`)
      : t('web-channels:acts.title');
  };
}

/** What is proposed, as label and value. */
export function ProposalContent({ proposal, channel }: { proposal: Proposal; channel: ChannelDetail }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const content = proposal.content as Content;
  const session = channel.sessions.find(({ id }) => id === content.sessionId);
  if (proposal.kind === 'channel.agenda-template') return <ProposedTemplate content={proposal.content} />;
  if (proposal.kind === 'channel.action-rules') return <RuleWords silenceDays={content.silenceDays ?? null} />;
  if (proposal.kind === 'channel.reminder-rules') return <ProposedRules proposal={proposal} />;
  if (proposal.kind === 'channel.record-rules') return <ReleaseRuleWords showHours={content.showHours ?? null} />;
  const list = (texts: TextView[] | undefined): ReactNode =>
    texts?.map((text) => (
      <div key={text.text}>
        <Words value={text} />
      </div>
    ));
  const rows: [string, ReactNode][] = [
    [
      t('web-channels:form.newChannel'),
      content.name && proposal.kind === 'channel.spawn' && <Words value={content.name} />,
    ],
    [t('web-channels:form.level'), content.level && <Ladder level={content.level} />],
    [t('web-channels:form.level'), content.to && <Ladder level={content.to} />],
    [
      t('web-channels:form.session'),
      session && (
        <>
          <Link to={`/sessions/${session.id}`}>
            <Words value={session.title} />
          </Link>{' '}
          <SessionDate session={session} />
        </>
      ),
    ],
    [
      t('web-channels:form.newName'),
      content.text && content.language && (
        <>
          <span lang={content.language}>{content.text}</span> ({LANGUAGE_NAMES[content.language]})
        </>
      ),
    ],
    [t('web-channels:form.from'), content.from && isDate(content.from) && formatDate(content.from, lang)],
    [t('web-channels:form.cadenceMonths'), content.cadenceMonths],
    [t('web-channels:cadence'), content.cadence && <Words value={content.cadence} />],
    [t('web-channels:hosting'), content.hostingRule && t(`web-channels:hostingRule.${content.hostingRule}`)],
    [t('web-channels:topics'), list(content.topics)],
    [t('web-channels:parties'), list(content.bodies)],
    [t('web-words:relation.parent'), content.parent && <Words value={content.parent} />],
    [t('web-channels:form.end'), content.end && t(`web-words:channelState.${content.end}`)],
    [t('web-channels:form.successor'), content.successor && <Words value={content.successor} />],
    [t('web-channels:reference'), content.reference?.text],
    [
      t('web-channels:agendaTemplate'),
      proposal.kind === 'channel.agenda-template' && (
        <Link to={`/channels/${channel.id}/agenda-template`}>{t('web-channels:proposal.agenda-template')}</Link>
      ),
    ],
    [t('web-channels:form.why'), content.why && <Words value={content.why} />],
  ];
  return (
    <dl className={css.facts}>
      {rows
        .filter(([, value]) => value !== undefined && value !== null && value !== false && value !== '')
        .map(([label, value]) => (
          <Pair key={label} label={label}>
            {value}
          </Pair>
        ))}
    </dl>
  );
}

function Pair({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}
