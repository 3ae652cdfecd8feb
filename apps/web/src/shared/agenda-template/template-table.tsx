import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AgendaTemplate, TextView } from '../api/types.js';
import { Words } from '../ui/text.js';
import css from './template-table.module.css';

type Item = AgendaTemplate['items'][number];

interface TemplateTableProps {
  first: AgendaTemplate['first'];
  /** A proposal keeps the product's own words as no words. */
  items: readonly (Omit<Item, 'title' | 'ownTitle'> & { title: TextView | null })[];
  /** Standing items that an agenda already has. */
  there?: ReadonlySet<string>;
}

/** The standing items of a channel in their order, and who speaks first about policies. */
export function TemplateTable({ first, items, there }: TemplateTableProps) {
  const { t } = useTranslation();
  return (
    <>
      <ol className={css.items}>
        {items.map((item) => (
          <li key={item.standing}>
            <span>
              {item.title ? <Words value={item.title} /> : t(`agenda:standing.${item.standing}`)}
              {there?.has(item.standing) ? (
                <span className={css.there}>
                  <IconCheck size={16} aria-hidden /> {t('web-agenda:standing.there')}
                </span>
              ) : null}
            </span>
            <span className={css.about}>
              {[t(`web-agenda:objective.${item.objective}`), t('common:units.minutes', { n: item.minutes })].join(
                ' · ',
              )}
            </span>
          </li>
        ))}
      </ol>
      <p className={css.first}>
        {t('web-agenda:template.first')} {t(`web-agenda:template.turn.${first}`)}
      </p>
    </>
  );
}

/** A proposed template as a proposal holds it. */
export function ProposedTemplate({ content }: { content: Record<string, unknown> }) {
  const { first, items } = content as Pick<TemplateTableProps, 'first' | 'items'>;
  return <TemplateTable first={first} items={items} />;
}
