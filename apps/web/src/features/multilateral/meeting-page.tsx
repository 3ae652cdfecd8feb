import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useProblemText } from '../../shared/i18n/words.js';
import { ProposalPanel } from '../../shared/proposals/proposal-panel.js';
import { ActionButton, allowedIn } from '../../shared/ui/action-button.js';
import { Private } from '../../shared/ui/badges.js';
import { Facts, Page, Section } from '../../shared/ui/page.js';
import { SourceList } from '../../shared/ui/sources.js';
import { Answer } from '../../shared/ui/states.js';
import { Words } from '../../shared/ui/text.js';
import { toast } from '../../shared/ui/toast.js';
import { step, useMeeting, useMeetingWrite, type Meeting } from './api.js';
import { Contributions } from './contributions.js';
import { Items } from './items.js';
import { MeetingDays } from './meetings-page.js';
import { MeetingProposal } from './meeting-proposal.js';
import css from './multilateral.module.css';
import { SupportSection } from './support.js';

const EditMeetingForm = lazy(async () => ({ default: (await import('./meeting-form.js')).EditMeetingForm }));

export function MeetingPage() {
  const { id = '' } = useParams();
  const meeting = useMeeting(id);
  return <Answer read={meeting}>{(data) => <MeetingSheet meeting={data} />}</Answer>;
}

function MeetingSheet({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation();
  const draft = meeting.audience === 'kr' || meeting.audience === 'jp';
  const body = (
    <>
      <Facts
        rows={[
          [
            t('web-multilateral:field.forum'),
            meeting.body ? (
              <Words key="body" value={meeting.body.name} />
            ) : (
              t(`web-multilateral:forum.${meeting.forum}`)
            ),
          ],
          [t('web-multilateral:field.days'), <MeetingDays key="days" meeting={meeting} />],
          [t('web-multilateral:field.place'), meeting.place ? <Words key="place" value={meeting.place} /> : null],
          [t('web-multilateral:field.zone'), meeting.zone],
          [t('web-multilateral:field.note'), meeting.note ? <span lang="en">{meeting.note}</span> : null],
        ]}
      />
      <MeetingActs meeting={meeting} />
      <Items meeting={meeting} />
      <Contributions meeting={meeting} />
      <SupportSection meeting={meeting} />
      {meeting.sources.length > 0 ? (
        <Section title={t('web-words:sources.title')}>
          <SourceList sources={meeting.sources} />
        </Section>
      ) : null}
    </>
  );
  return (
    <Page
      title={meeting.name.text}
      heading={<Words value={meeting.name} />}
      trail={[{ to: '/records/multilateral', label: t('web-multilateral:title') }]}
      meta={<span>{t(`web-multilateral:forum.${meeting.forum}`)}</span>}
    >
      {draft ? null : (
        <ProposalPanel
          subjectType="multilateral_meeting"
          subjectId={meeting.id}
          titleOf={() => t('web-multilateral:proposal.meeting')}
          render={(proposal) => <MeetingProposal proposal={proposal} />}
        />
      )}
      {draft ? <Private label={t('web-multilateral:private')}>{body}</Private> : body}
    </Page>
  );
}

function MeetingActs({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const write = useMeetingWrite();
  const [editing, setEditing] = useState(false);
  const may = (action: string) => allowedIn(meeting.allowedActions, action);
  if (editing) {
    return (
      <section className={css.panel}>
        <h2>{t('web-multilateral:act.edit')}</h2>
        <Suspense>
          <EditMeetingForm meeting={meeting} onDone={() => setEditing(false)} />
        </Suspense>
      </section>
    );
  }
  const share = (): void =>
    void write.mutateAsync(step(`/multilateral-meetings/${meeting.id}/share`, meeting.etag)).then(
      () => toast(t('web-multilateral:done.shared')),
      () => {
        // The refusal is shown beneath the buttons.
      },
    );
  return (
    <div className={`${css.acts} fd-no-print`}>
      <ActionButton may={may('share')} loading={write.isPending} onClick={share}>
        {t('web-multilateral:act.share')}
      </ActionButton>
      <ActionButton may={may('edit')} variant="default" onClick={() => setEditing(true)}>
        {t('web-multilateral:act.edit')}
      </ActionButton>
      {meeting.code === null ? (
        <ActionButton may={may('propose-edit')} variant="default" onClick={() => setEditing(true)}>
          {t('web-multilateral:act.edit')}
        </ActionButton>
      ) : null}
      {write.error ? <p role="alert">{textOf(write.error)}</p> : null}
    </div>
  );
}
