import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../shared/i18n/language.js';
import { sortByText } from '#core/i18n';
import { useRead } from '../../shared/api/hooks.js';
import type { ChannelList, Timeline } from '../../shared/api/types.js';
import { FilterChoice, Filters, FilterSelect, useFilters } from '../../shared/ui/filters.js';
import { Page } from '../../shared/ui/page.js';
import { Answer } from '../../shared/ui/states.js';
import { allowedIn } from '../../shared/ui/action-button.js';
import { ChannelTable } from './channel-table.js';
import { DraftDialog } from './draft-dialog.js';
import { LEVELS, keepOf } from './keep.js';
import { EventTable } from './event-table.js';
import { Picture } from './picture.js';

/** All channels: the picture since 1998, the same as a table, and the list. The view and the filters are in the address. */
export function ChannelsPage() {
  const { t } = useTranslation();
  const lang = useLanguage();
  const { get } = useFilters();
  const view = get('view');
  const timeline = useRead<Timeline>('/channels/timeline');
  const list = useRead<ChannelList>('/channels', { limit: '200' });
  const keep = keepOf(get);
  const names = sortByText(timeline.data?.channels ?? [], lang, (channel) => ({ text: channel.name.text }));
  return (
    <Page
      title={t('web-channels:title')}
      aside={allowedIn(list.data?.allowedActions ?? [], 'draft') ? <DraftDialog /> : null}
    >
      <p className="fd-no-print">{t('web-channels:lead')}</p>
      <Filters label={t('web-shell:filter')}>
        <FilterChoice
          name="view"
          label={t('web-channels:view.label')}
          options={[
            { value: '', label: t('web-channels:view.picture') },
            { value: 'table', label: t('web-channels:view.table') },
            { value: 'list', label: t('web-channels:view.list') },
          ]}
        />
        <FilterSelect
          name="channel"
          label={t('web-channels:channel')}
          options={[
            { value: '', label: t('web-shell:all') },
            ...names.map((channel) => ({ value: channel.id, label: channel.name.text })),
          ]}
        />
        <FilterSelect
          name="level"
          label={t('web-channels:nominalLevel')}
          options={[
            { value: '', label: t('web-shell:all') },
            ...LEVELS.map((level) => ({ value: level, label: t(`web-words:level.${level}`) })),
          ]}
        />
      </Filters>
      {view === 'list' ? (
        <Answer read={list} head={false}>
          {({ items }) => <ChannelTable rows={items.filter(keep)} />}
        </Answer>
      ) : (
        <Answer read={timeline} head={false} rows={14}>
          {(data) => {
            const kept = { ...data, channels: data.channels.filter(keep) };
            return view === 'table' ? <EventTable timeline={kept} /> : <Picture timeline={kept} />;
          }}
        </Answer>
      )}
    </Page>
  );
}
