import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRead } from '../../shared/api/hooks.js';
import { Private, SideName, State } from '../../shared/ui/badges.js';
import { Day } from '../../shared/ui/dates.js';
import { Filters, FilterSelect, useFilters } from '../../shared/ui/filters.js';
import { Section } from '../../shared/ui/page.js';
import { Answer, Empty } from '../../shared/ui/states.js';
import { Words } from '../../shared/ui/text.js';
import { STATES, type RiseList, type RiseSummary, type Suggestions } from './api.js';
import css from './escalations.module.css';
import { Way } from './way.js';

/** What is on its way to a higher level, what came of it, and what might rise because its time ran out. */
export function EscalationsPage() {
  const { t } = useTranslation();
  const { get } = useFilters();
  const state = get('state');
  const rises = useRead<RiseList>('/escalations', { limit: '200', ...(state ? { state } : {}) });
  return (
    <>
      <p className={css.muted}>{t('web-escalations:lead')}</p>
      <Suggested />
      <Filters label={t('web-escalations:title')}>
        <FilterSelect
          name="state"
          label={t('web-escalations:state')}
          options={[
            { value: '', label: t('web-escalations:allStates') },
            ...STATES.map((value) => ({ value, label: t(`web-escalations:states.${value}`) })),
          ]}
        />
      </Filters>
      <Answer read={rises} head={false}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>{t('web-escalations:empty')}</Empty>
          ) : (
            <ul className={css.list}>
              {items.map((rise) => (
                <li key={rise.id}>
                  {rise.audience === 'joint' ? (
                    <RiseRow rise={rise} />
                  ) : (
                    <Private label={t('web-escalations:private')}>
                      <RiseRow rise={rise} />
                    </Private>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </>
  );
}

function RiseRow({ rise }: { rise: RiseSummary }) {
  const { t } = useTranslation();
  return (
    <div className={css.row}>
      <div>
        <h2 className={css.rowTitle}>
          <Link to={`/escalations/${rise.id}`}>
            <Words value={rise.title} />
          </Link>
        </h2>
        <p className={css.meta}>
          <SideName side={rise.side} />
          <span className={css.muted}>{t(`web-escalations:matter.${rise.matter?.kind ?? 'gone'}`)}</span>
        </p>
        <Way rise={rise} />
      </div>
      <div>
        <State tone={toneOf(rise.state)}>{t(`web-escalations:states.${rise.state}`)}</State>
      </div>
    </div>
  );
}

/** Shared but not agreed is drawn dashed; what is settled is done. */
export const toneOf = (state: RiseSummary['state']): 'open' | 'accent' | 'done' | 'plain' =>
  state === 'draft' || state === 'raised'
    ? 'open'
    : state === 'accepted'
      ? 'accent'
      : state === 'settled'
        ? 'done'
        : 'plain';

/** Only a suggestion: a default timer ran out, and people decide. */
function Suggested() {
  const { t } = useTranslation();
  const { data } = useRead<Suggestions>('/escalation-suggestions');
  if (!data || data.items.length === 0) return null;
  return (
    <Section title={t('web-escalations:suggested.title')}>
      <p className={css.muted}>{t('web-escalations:suggested.lead')}</p>
      <ul className={css.list}>
        {data.items.map(({ matter, reason, since }) => (
          <li key={matter.id} className={css.row}>
            <div>
              <p className={css.rowTitle}>
                <Link to={matter.path}>
                  <Words value={matter.title} />
                </Link>
              </p>
              <p className={css.meta}>
                <span className={css.muted}>{t(`web-escalations:matter.${matter.kind}`)}</span>
                <span>{t(`web-escalations:suggested.${reason}`)}</span>
                {since ? <Day date={since} /> : null}
              </p>
            </div>
            <div>
              <Button
                component={Link}
                to={`/escalations/new?kind=${matter.kind}&id=${matter.id}`}
                variant="default"
                size="compact-md"
              >
                {t('web-escalations:act.draft')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
