import { useTranslation } from 'react-i18next';

/** The areas of the installation's list; another list may bring its own, which are shown as they are written. */
export const AREAS = [
  ...['name', 'org', 'conf', 'rank', 'level', 'mtg', 'agenda', 'doc', 'instr', 'act', 'chan', 'sess', 'deleg', 'intp'],
  ...['radio', 'svc', 'issue', 'topic', 'expo', 'exch', 'role', 'remind', 'ui', 'cal', 'hist'],
];

export function useAreaName(): (area: string) => string {
  const { t } = useTranslation();
  return (area) => (AREAS.includes(area) ? t(`web-glossary:areas.${area}`) : area);
}
