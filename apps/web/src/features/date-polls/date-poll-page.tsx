import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useZone } from '../../shared/me.js';
import { Private, SideName } from '../../shared/ui/badges.js';
import { Moment } from '../../shared/ui/dates.js';
import { Facts, Page, Section } from '../../shared/ui/page.js';
import { Answer, Empty } from '../../shared/ui/states.js';
import { Words } from '../../shared/ui/text.js';
import { AddSlots } from './add-slots.js';
import { usePoll, type Poll } from './api.js';
import css from './date-polls.module.css';
import { PollState } from './date-polls-page.js';
import { Matrix } from './matrix.js';
import { Participants } from './participants.js';
import { SlotCards } from './slot-cards.js';
import { PollSteps } from './steps.js';

/** One poll: answered at the top, because that is what most people come for; then the own side's table; then the acts. */
export function DatePollPage() {
  const { id = '' } = useParams();
  const poll = usePoll(id);
  return <Answer read={poll}>{(data) => <PollSheet poll={data} />}</Answer>;
}

function PollSheet({ poll }: { poll: Poll }) {
  const { t } = useTranslation();
  const zone = useZone();
  const title = poll.session?.title ?? poll.channel.name;
  return (
    <Page
      title={title.text}
      heading={<Words value={title} />}
      trail={[
        { to: '/date-polls', label: t('web-date-polls:title') },
        poll.session
          ? { to: `/sessions/${poll.session.id}`, label: <Words value={poll.session.title} marks={false} /> }
          : { to: `/channels/${poll.channel.id}`, label: <Words value={poll.channel.name} marks={false} /> },
      ]}
      meta={<PollState poll={poll} />}
    >
      {poll.shared ? null : <Private>{t('web-date-polls:draftNote')}</Private>}
      <Facts
        rows={[
          [t('web-date-polls:deadline'), <Moment key="d" at={poll.deadline} zone={zone} />],
          [t('web-date-polls:length'), t('web-date-polls:minutes', { count: poll.minutes })],
          [t('web-date-polls:format'), t(`web-date-polls:formats.${poll.format}`)],
          [t('web-date-polls:proposedBy'), <SideName key="p" side={poll.proposedBy} />],
          poll.bothHeads ? [t('web-date-polls:rule'), t('web-date-polls:bothHeads')] : null,
        ]}
      />
      <PollSteps poll={poll} />
      {poll.state === 'decided' && poll.session ? (
        <p>
          <Link to={`/sessions/${poll.session.id}`}>{t('web-date-polls:toProposal')}</Link>
        </p>
      ) : null}
      <Section title={t('web-date-polls:slots')}>
        {poll.slots.length === 0 ? <Empty>{t('web-date-polls:noSlots')}</Empty> : <SlotCards poll={poll} />}
        <AddSlots poll={poll} />
      </Section>
      {poll.participants.length > 0 ? (
        <Section title={t('web-date-polls:matrix')}>
          <Private>
            <p className={css.hint}>{t('web-date-polls:matrixNote')}</p>
            <Matrix poll={poll} />
          </Private>
        </Section>
      ) : null}
      <Participants poll={poll} />
    </Page>
  );
}
