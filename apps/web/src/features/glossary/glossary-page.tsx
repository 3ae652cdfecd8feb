import { Button, TextInput } from '@mantine/core';
import { IconPlus, IconUpload } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../shared/i18n/language.js';
import { ActionButton, allowedIn } from '../../shared/ui/action-button.js';
import { Dialog } from '../../shared/ui/dialog.js';
import { FilterChoice, Filters, FilterSelect, useFilters } from '../../shared/ui/filters.js';
import { Page } from '../../shared/ui/page.js';
import { Empty, Fault, Loading } from '../../shared/ui/states.js';
import { useAreaName } from './area-name.js';
import { exportAddress, useGlossary, type Glossary } from './api.js';
import css from './glossary.module.css';
import { ImportTerms } from './import-terms.js';
import { OpenProposals } from './open-proposals.js';
import { TermForm } from './term-form.js';
import { TermTable } from './term-table.js';
import { TryText } from './try-text.js';

/** The agreed terms: found in three languages at once, proposed, signed, taken out and brought in as files. */
export function GlossaryPage() {
  const { t } = useTranslation();
  const { get } = useFilters();
  const show = get('show');
  const read = useGlossary({
    q: get('q'),
    area: get('area'),
    ...(show === 'open' ? { open: 'true' } : show === 'retired' ? { state: 'retired' } : {}),
  });
  const first = read.data?.pages[0];
  const terms = read.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Page title={t('web-glossary:title')} aside={first ? <Acts glossary={first} /> : null}>
      <p className={css.lead}>{t('web-glossary:lead')}</p>
      <GlossaryFilters areas={first?.areas ?? []} />
      {show === 'open' ? <OpenProposals /> : null}
      {read.error && !first ? <Fault problem={read.error} retry={() => void read.refetch()} /> : null}
      {first ? null : <Loading head={false} rows={8} />}
      {first && show !== 'open' ? (
        terms.length === 0 ? (
          <Empty>{t('web-glossary:none')}</Empty>
        ) : (
          <>
            <p className={css.count} role="status">
              {t('web-glossary:count', { count: totalOf(first, get('area')) })}
            </p>
            <TermTable terms={terms} />
            {read.hasNextPage ? (
              <Button
                variant="default"
                className="fd-no-print"
                loading={read.isFetchingNextPage}
                onClick={() => void read.fetchNextPage()}
              >
                {t('web-glossary:more')}
              </Button>
            ) : null}
          </>
        )
      ) : null}
      <TryText />
    </Page>
  );
}

const totalOf = ({ areas }: Glossary, area: string): number =>
  areas.filter((one) => area === '' || one.area === area).reduce((sum, { count }) => sum + count, 0);

function GlossaryFilters({ areas }: { areas: Glossary['areas'] }) {
  const { t } = useTranslation();
  const nameOf = useAreaName();
  return (
    <Filters label={t('web-shell:filter')}>
      <Search />
      <FilterSelect
        name="area"
        label={t('web-glossary:area')}
        options={[
          { value: '', label: t('web-shell:all') },
          ...areas.map(({ area, count }) => ({
            value: area,
            label: t('web-glossary:areaCount', { area: nameOf(area), count }),
          })),
        ]}
      />
      <FilterChoice
        name="show"
        label={t('web-glossary:state.label')}
        options={[
          { value: '', label: t('web-glossary:show.current') },
          { value: 'open', label: t('web-glossary:show.open') },
          { value: 'retired', label: t('web-glossary:show.retired') },
        ]}
      />
    </Filters>
  );
}

/** What is typed goes into the address after a pause, and never while a syllable is being made. */
function Search() {
  const { t } = useTranslation();
  const { get, set } = useFilters();
  const [text, setText] = useState(get('q'));
  const [composing, setComposing] = useState(false);
  const sought = get('q');
  useEffect(() => {
    if (composing || text === sought) return undefined;
    const timer = window.setTimeout(() => set('q', text), 250);
    return () => window.clearTimeout(timer);
  }, [composing, text, sought, set]);
  return (
    <TextInput
      type="search"
      size="sm"
      className={css.search ?? ''}
      label={t('web-glossary:search.label')}
      placeholder={t('web-glossary:search.hint')}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
    />
  );
}

function Acts({ glossary }: { glossary: Glossary }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const [open, setOpen] = useState<'propose-term' | 'import' | null>(null);
  const close = (): void => setOpen(null);
  return (
    <div className={`${css.tools} fd-no-print`}>
      <ActionButton
        may={allowedIn(glossary.allowedActions, 'propose-term')}
        leftSection={<IconPlus size={18} aria-hidden />}
        onClick={() => setOpen('propose-term')}
      >
        {t('web-glossary:act.propose-term')}
      </ActionButton>
      <ActionButton
        may={allowedIn(glossary.allowedActions, 'import')}
        variant="default"
        leftSection={<IconUpload size={18} aria-hidden />}
        onClick={() => setOpen('import')}
      >
        {t('web-glossary:act.import')}
      </ActionButton>
      {(['tsv', 'tbx'] as const).map((format) => (
        <a key={format} href={exportAddress(format, lang)} download>
          {t(`web-glossary:export.${format}`)}
        </a>
      ))}
      <Dialog open={open !== null} title={open ? t(`web-glossary:act.${open}`) : ''} onClose={close}>
        {open === 'import' ? <ImportTerms onDone={close} /> : <TermForm onDone={close} />}
      </Dialog>
    </div>
  );
}
