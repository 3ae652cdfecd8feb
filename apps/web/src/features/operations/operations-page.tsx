import { useTranslation } from 'react-i18next';
import { sendThen, useRead, useWrite } from '../../shared/api/hooks.js';
import type { components } from '../../shared/api/schema.js';
import { useRefresh } from '../../shared/api/use-refresh.js';
import { useProblemText } from '../../shared/i18n/words.js';
import { useZone } from '../../shared/me.js';
import { ActionButton, allowedIn } from '../../shared/ui/action-button.js';
import { State } from '../../shared/ui/badges.js';
import { DataTable } from '../../shared/ui/data-table.js';
import { Moment } from '../../shared/ui/dates.js';
import { Page } from '../../shared/ui/page.js';
import { Answer } from '../../shared/ui/states.js';
import { toast } from '../../shared/ui/toast.js';
import css from './operations.module.css';

type Jobs = components['schemas']['JobsView'];
type Health = components['schemas']['JobHealthView'];

const AGAIN_MS = 10_000;
/** From when on lateness is worth a look: a reminder leaves within a minute (issue 6). */
const LATE_SECONDS = 60;

/** How the queue is doing, for the administrator: numbers over both sides, nothing of what they count. */
export function OperationsPage() {
  const { t } = useTranslation();
  const zone = useZone();
  const jobs = useRead<Jobs>('/jobs');
  useRefresh('/jobs', AGAIN_MS);
  return (
    <Page title={t('web-operations:title')}>
      <p className={css.lead}>{t('web-operations:lead')}</p>
      <Answer read={jobs} head={false} rows={4}>
        {({ items, at, backend, replans, leftBehind, allowedActions }) => (
          <>
            <DataTable label={t('web-operations:title')} rows={items} idOf={(row) => row.name} columns={columns(t)} />
            <p>
              {replans.open === 0
                ? t('web-operations:replans.none')
                : t('web-operations:replans.open', { count: replans.open, percent: replans.percent ?? 0 })}
            </p>
            <LeftBehind found={leftBehind} may={allowedIn(allowedActions, 'retry-left-behind')} />
            <p className={css.asOf}>
              {t('web-operations:asOf')} <Moment at={at} zone={zone} /> · {t(`web-operations:backend.${backend}`)}
            </p>
          </>
        )}
      </Answer>
    </Page>
  );
}

/** What could not be planned anew, where there is any, and another try of it. */
function LeftBehind({ found, may }: { found: Jobs['leftBehind']; may: ReturnType<typeof allowedIn> }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const write = useWrite<{ retried: number }>();
  const retry = (): void =>
    sendThen(write, { method: 'POST', path: '/jobs/retry-left-behind' }, ({ retried }) => {
      toast(t('web-operations:leftBehind.done', { count: retried }));
    });
  return (
    <>
      {found.kinds > 0 ? <p role="note">{t('web-operations:leftBehind.kinds', { count: found.kinds })}</p> : null}
      {found.objects > 0 ? (
        <div className={css.leftBehind} role="note">
          <p>{t('web-operations:leftBehind.objects', { count: found.objects })}</p>
          <ActionButton
            may={may}
            variant="default"
            size="xs"
            className="fd-no-print"
            loading={write.isPending}
            onClick={retry}
          >
            {t('web-operations:leftBehind.again')}
          </ActionButton>
          {write.error ? <p role="alert">{textOf(write.error)}</p> : null}
        </div>
      ) : null}
    </>
  );
}

type Translate = ReturnType<typeof useTranslation>['t'];

const columns = (t: Translate) => [
  {
    key: 'name',
    label: t('web-operations:kind'),
    main: true,
    cell: (row: Health) => (
      <span className={css.named}>
        {t(`web-operations:kinds.${row.name}`)}
        <span className={css.hint}>{t(`web-operations:hints.${row.name}`)}</span>
      </span>
    ),
  },
  { key: 'late', label: t('web-operations:late'), cell: (row: Health) => <Late seconds={row.secondsLate} /> },
  ...(['due', 'underWay', 'planned'] as const).map((key) => ({
    key,
    label: t(`web-operations:${key}`),
    cell: (row: Health) => <Count value={row[key]} />,
  })),
  ...(['inDoubt', 'failed'] as const).map((key) => ({
    key,
    label: t(`web-operations:${key}`),
    cell: (row: Health) => <Count value={row[key]} mark />,
  })),
];

/** A number; one that waits for somebody stands out. */
function Count({ value, mark = false }: { value: number; mark?: boolean }) {
  const { t } = useTranslation();
  const text = t('web-operations:count', { count: value });
  return mark && value > 0 ? <State tone="amber">{text}</State> : <span className={css.count}>{text}</span>;
}

function Late({ seconds }: { seconds: number }) {
  const { t } = useTranslation();
  if (seconds < LATE_SECONDS) return <State tone="done">{t('web-operations:onTime')}</State>;
  const [unit, size] = seconds < 7200 ? (['minutes', 60] as const) : (['hours', 3600] as const);
  return <State tone="amber">{t(`web-operations:since.${unit}`, { count: Math.round(seconds / size) })}</State>;
}
