import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRead } from '../api/hooks.js';
import type { components } from '../api/schema.js';
import { allowedIn } from '../ui/action-button.js';
import { Private, State } from '../ui/badges.js';
import { Section } from '../ui/page.js';
import { Words } from '../ui/text.js';
import css from './session-rises.module.css';

type Schemas = components['schemas'];
type Rise = Schemas['EscalationSummaryView'];

/** What became of a matter at higher levels, and the way to prepare its rise; nothing for readers who have neither. */
export function MatterRises({
  kind,
  id,
  channelId,
  open,
}: {
  kind: Schemas['EscalationMatterView']['kind'];
  id: string;
  channelId?: string | undefined;
  /** Whether there is something left to settle. */
  open: boolean;
}) {
  const { t } = useTranslation();
  const { data } = useRead<Schemas['EscalationListView']>('/escalations', { matter: id });
  if (!data) return null;
  const underWay = data.items.some(({ state }) => state === 'raised' || state === 'accepted' || state === 'draft');
  const offered = open && !underWay && allowedIn(data.allowedActions, 'draft')?.allowed === true;
  if (data.items.length === 0 && !offered) return null;
  return (
    <Section title={t('web-escalations:title')}>
      <ul className={css.rises} hidden={data.items.length === 0}>
        {data.items.map((rise) => (
          <li key={rise.id}>
            {rise.audience === 'joint' ? (
              <RiseLine rise={rise} />
            ) : (
              <Private label={t('web-escalations:private')}>
                <RiseLine rise={rise} />
              </Private>
            )}
          </li>
        ))}
      </ul>
      {offered ? (
        <p className="fd-no-print">
          <Button
            component={Link}
            to={`/escalations/new?kind=${kind}&id=${id}${channelId ? `&channel=${channelId}` : ''}`}
            variant="default"
          >
            {t('web-escalations:act.draft')}
          </Button>
        </p>
      ) : null}
    </Section>
  );
}

function RiseLine({ rise }: { rise: Rise }) {
  const { t } = useTranslation();
  return (
    <p className={css.meta}>
      <Link to={`/escalations/${rise.id}`}>
        <Words value={rise.title} />
      </Link>
      <State tone={rise.state === 'settled' ? 'done' : 'open'}>{t(`web-escalations:states.${rise.state}`)}</State>
    </p>
  );
}
