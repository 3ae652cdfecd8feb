import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText, useProblemText } from '../../shared/i18n/words.js';
import { useZone } from '../../shared/me.js';
import { ActionButton, allowedIn } from '../../shared/ui/action-button.js';
import { State, type Tone } from '../../shared/ui/badges.js';
import { Moment } from '../../shared/ui/dates.js';
import { Dialog } from '../../shared/ui/dialog.js';
import { Section } from '../../shared/ui/page.js';
import { toast } from '../../shared/ui/toast.js';
import { paperStep, usePaperWrite, type Paper, type PaperRelease } from './api.js';
import css from './papers.module.css';

const ReleaseForm = lazy(async () => ({ default: (await import('./release-forms.js')).ReleaseForm }));
const WidenForm = lazy(async () => ({ default: (await import('./release-forms.js')).WidenForm }));
const WithdrawAct = lazy(async () => ({ default: (await import('./release-forms.js')).WithdrawAct }));

const TONES: Readonly<Record<PaperRelease['state'], Tone>> = { planned: 'accent', done: 'done', cancelled: 'plain' };
type Asking = 'release' | 'plan-release' | 'widen' | 'withdraw';

/** Who gets to see the paper and from when: what was carried, what is planned, and what the reader may do about it. */
export function Releases({ paper }: { paper: Paper }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<Asking | null>(null);
  const write = usePaperWrite();
  const textOf = useProblemText();
  const done = (): void => setAsking(null);
  const may = (action: string) => allowedIn(paper.allowedActions, action);
  const acts = ['review', 'release', 'plan-release', 'widen', 'withdraw'] as const;
  const offered = acts.some((action) => may(action) && may(action)?.reason !== 'common.forbidden');
  if (paper.releases.length === 0 && !offered) return null;
  const act = (action: (typeof acts)[number]): void => {
    if (action !== 'review') {
      setAsking(action);
      return;
    }
    void write.mutateAsync(paperStep(paper, 'review')).then(
      () => toast(t('web-papers:done.review')),
      () => undefined,
    );
  };
  return (
    <Section title={t('web-papers:releases')}>
      {paper.releases.length > 0 ? (
        <ul className={css.releases}>
          {paper.releases.map((release) => (
            <ReleaseRow key={`${release.to}-${release.at}-${release.state}`} release={release} paper={paper} />
          ))}
        </ul>
      ) : null}
      <div className={`${css.acts} fd-no-print`}>
        {acts.map((action) => (
          <ActionButton
            key={action}
            may={may(action)}
            variant={action === 'review' || action === 'release' ? 'filled' : 'default'}
            loading={action === 'review' && write.isPending}
            onClick={() => act(action)}
          >
            {t(`web-papers:act.${action}`)}
          </ActionButton>
        ))}
      </div>
      {write.error ? (
        <p role="alert" className={css.refused}>
          {textOf(write.error)}
        </p>
      ) : null}
      <Dialog open={asking !== null} onClose={done} title={asking ? t(`web-papers:act.${asking}`) : ''}>
        <Suspense>
          {asking === 'release' || asking === 'plan-release' ? (
            <ReleaseForm paper={paper} planned={asking === 'plan-release'} onDone={done} />
          ) : null}
          {asking === 'widen' ? <WidenForm paper={paper} onDone={done} /> : null}
          {asking === 'withdraw' ? <WithdrawAct paper={paper} onDone={done} /> : null}
        </Suspense>
      </Dialog>
    </Section>
  );
}

function ReleaseRow({ release, paper }: { release: PaperRelease; paper: Paper }) {
  const { t } = useTranslation();
  const zone = useZone();
  const write = usePaperWrite();
  const reasonOf = useErrorText();
  const textOf = useProblemText();
  return (
    <li className={css.release}>
      <State tone={TONES[release.state]}>{t(`web-papers:releaseState.${release.state}`)}</State>
      <span>{t(`web-papers:readers.${release.to}`)}</span>
      <Moment at={release.at} zone={zone} />
      {release.state === 'cancelled' && release.reason ? (
        <span className={css.muted}>{reasonOf(release.reason)}</span>
      ) : null}
      {release.state === 'planned' ? (
        <ActionButton
          may={allowedIn(paper.allowedActions, 'cancel-release')}
          size="compact-sm"
          variant="default"
          loading={write.isPending}
          onClick={() =>
            void write.mutateAsync(paperStep(paper, 'cancel-release', { to: release.to })).then(
              () => toast(t('web-papers:done.cancel-release')),
              () => undefined,
            )
          }
        >
          {t('web-papers:act.cancel-release')}
        </ActionButton>
      ) : null}
      {write.error ? (
        <span role="alert" className={css.refused}>
          {textOf(write.error)}
        </span>
      ) : null}
    </li>
  );
}
