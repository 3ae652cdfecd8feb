import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useAgenda } from '../../shared/api/agenda.js';
import css from './papers.module.css';

/** The ids that were ticked. */
export const itemsOf = (data: FormData): string[] =>
  data.getAll('itemIds').filter((value): value is string => typeof value === 'string');

/** The agenda items a paper belongs to; nothing where there is no agenda. */
export function ItemFields({ sessionId, chosen }: { sessionId: string; chosen: readonly string[] }) {
  const { t } = useTranslation();
  const { data } = useAgenda(sessionId);
  if (!data || data.items.length === 0) return null;
  return (
    <fieldset className={css.itemFields}>
      <legend>{t('web-papers:items')}</legend>
      {data.items
        .filter((item) => item.state !== 'withdrawn')
        .map((item) => (
          <Checkbox
            key={item.id}
            name="itemIds"
            value={item.id}
            defaultChecked={chosen.includes(item.id)}
            label={
              <span lang={item.title.lang}>
                {item.number === null ? null : `${String(item.number)}. `}
                {item.title.text}
              </span>
            }
          />
        ))}
    </fieldset>
  );
}
