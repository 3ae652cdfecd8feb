import { formatDateTime } from '#core/i18n';
import { Button, NativeSelect } from '@mantine/core';
import { IconArrowsExchange, IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { AgendaVersion } from '../../shared/api/types.js';
import { useLanguage } from '../../shared/i18n/language.js';
import { useZone } from '../../shared/me.js';
import { FilterChoice, Filters } from '../../shared/ui/filters.js';
import css from './agenda-versions.module.css';
import { NOW } from './api.js';

/** Any two versions, or one and the agenda as it stands; the choice is in the address, so it can be shared. */
export function CompareForm({ versions, from, to }: { versions: AgendaVersion[]; from: string; to: string }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const zone = useZone();
  const [, setParams] = useSearchParams();
  const choose = (change: Record<string, string>): void =>
    setParams((old) => ({ ...Object.fromEntries(old), from, to, ...change }), {
      replace: true,
      preventScrollReset: true,
    });
  const options = versions.map(({ id, version, createdAt }) => ({
    value: id,
    label: `${t('web-agenda:version', { n: version })} · ${formatDateTime(createdAt, zone, lang)}`,
  }));
  return (
    <Filters label={t('web-agenda-versions:compare.title')}>
      <NativeSelect
        size="sm"
        label={t('web-agenda-versions:compare.from')}
        data={options}
        value={from}
        onChange={(event) => choose({ from: event.currentTarget.value })}
        className={css.select ?? ''}
      />
      <NativeSelect
        size="sm"
        label={t('web-agenda-versions:compare.to')}
        data={[{ value: NOW, label: t('web-agenda-versions:now') }, ...options]}
        value={to}
        onChange={(event) => choose({ to: event.currentTarget.value })}
        className={css.select ?? ''}
      />
      <Button
        variant="default"
        disabled={to === NOW}
        leftSection={<IconArrowsExchange size={18} aria-hidden />}
        onClick={() => choose({ from: to, to: from })}
      >
        {t('web-agenda-versions:compare.swap')}
      </Button>
      <FilterChoice
        name="as"
        label={t('web-agenda-versions:as.label')}
        options={[
          { value: '', label: t('web-agenda-versions:as.marks') },
          { value: 'table', label: t('web-agenda-versions:as.table') },
        ]}
      />
      <FilterChoice
        name="rows"
        label={t('web-agenda-versions:rows.label')}
        options={[
          { value: '', label: t('web-agenda-versions:rows.changed') },
          { value: 'all', label: t('web-agenda-versions:rows.all') },
        ]}
      />
      <Button variant="default" leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>
        {t('web-shell:print')}
      </Button>
    </Filters>
  );
}
