import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useRead } from '../../shared/api/hooks.js';
import type { List } from '../../shared/api/types.js';
import { LANGUAGE_NAMES } from '../../shared/i18n/language.js';
import { useZone } from '../../shared/me.js';
import { State, type Tone } from '../../shared/ui/badges.js';
import { Day, Moment } from '../../shared/ui/dates.js';
import { Facts, Page, Section } from '../../shared/ui/page.js';
import { Answer, Empty, Loading } from '../../shared/ui/states.js';
import { Words } from '../../shared/ui/text.js';
import { Address } from './address.js';
import { usePages, type DeskPost, type DeskReminder } from './api.js';
import { More } from './more.js';
import { ReminderTable } from './reminder-table.js';
import css from './reminders.module.css';
import { useReason } from './words.js';

const TONES: Readonly<Record<DeskPost['address'], Tone>> = {
  good: 'done',
  refused: 'amber',
  vacant: 'amber',
  untried: 'plain',
};

/** A post of the own side: who is told for it, in which language, and whether mail reaches them. */
export function PostPage() {
  const { id = '' } = useParams();
  const card = useRead<DeskPost>('/reminders/post', { post: id });
  return <Answer read={card}>{(data) => <Card card={data} />}</Answer>;
}

function Card({ card }: { card: DeskPost }) {
  const { t } = useTranslation();
  const zone = useZone();
  const { post, holder, refused } = card;
  return (
    <Page
      title={post.title.text}
      heading={<Words value={post.title} />}
      trail={[{ to: '/reminders', label: t('web-reminders:title') }]}
      meta={<Words value={post.body} />}
    >
      <Facts
        rows={[
          [
            t('web-reminders:card.address'),
            <span key="address" className={css.stack}>
              <State tone={TONES[card.address]}>{t(`web-reminders:card.addresses.${card.address}`)}</State>
              {holder ? null : <span>{t('web-reminders:card.noHolder')}</span>}
            </span>,
          ],
          [t('web-reminders:card.holder'), holder ? <Address text={holder.email} /> : null],
          [t('web-reminders:card.since'), holder?.since ? <Day date={holder.since} /> : null],
          [
            t('web-reminders:card.language'),
            holder ? <span lang={holder.language}>{LANGUAGE_NAMES[holder.language]}</span> : null,
          ],
          [t('web-reminders:card.dayMail'), holder ? t(`web-reminders:card.dayMails.${holder.dayMail}`) : null],
          [t('web-reminders:card.lastSent'), card.lastSentAt ? <Moment at={card.lastSentAt} zone={zone} /> : null],
          [t('web-reminders:card.refused'), refused ? <Refusal refused={refused} /> : null],
          [
            t('web-reminders:card.counts'),
            <span key="counts" className={css.counts}>
              {(['planned', 'sent', 'failed', 'inDoubt'] as const).map((state) => (
                <span key={state}>{t(`web-reminders:month.${state}`, { count: card[state] })}</span>
              ))}
            </span>,
          ],
        ]}
      />
      <Section title={t('web-reminders:card.list')}>
        <Told post={post.id} />
      </Section>
    </Page>
  );
}

function Refusal({ refused }: { refused: NonNullable<DeskPost['refused']> }) {
  const zone = useZone();
  const reasonOf = useReason();
  return (
    <span className={css.stack}>
      <Moment at={refused.dueAt} zone={zone} />
      <span>{reasonOf(refused.code, 'failed')}</span>
      {refused.answer === null ? null : <code lang="en">{refused.answer}</code>}
    </span>
  );
}

function Told({ post }: { post: string }) {
  const { t } = useTranslation();
  const read = usePages<List<DeskReminder>>('/reminders', { post, order: 'latest', limit: '50' });
  if (!read.data) return <Loading head={false} />;
  const items = read.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <Empty>{t('web-reminders:none')}</Empty>;
  return (
    <>
      <ReminderTable items={items} post={false} />
      <More read={read} />
    </>
  );
}
