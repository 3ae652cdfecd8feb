import { commonErrors, type FieldFault } from '#core/kernel';
import { agendaErrors } from './agenda.errors.js';
import { isOnAgenda, textFields, type AgendaGap, type AgendaItemRow } from './agenda.types.js';

const codeOfGap: Readonly<Record<AgendaGap['gap'], string>> = {
  missing: commonErrors.textMissing.code,
  stale: agendaErrors.textStale.code,
  machine: agendaErrors.textUnchecked.code,
  draft: agendaErrors.textUnchecked.code,
};

/** The gaps as faults with a path (`items.2.title.ja`), so that every reader learns which text is open and why. */
export function gapFaults(items: readonly AgendaItemRow[], gaps: readonly AgendaGap[]): FieldFault[] {
  const order = items.filter(isOnAgenda).map((item) => item.id);
  return gaps.map((gap) => ({
    path: `items.${String(order.indexOf(gap.itemId))}.${gap.field}.${gap.lang}`,
    code: codeOfGap[gap.gap],
    params: { lang: gap.lang },
  }));
}

/** How many texts of these items came from a machine and were not seen by a person (domain.md 7: never exchanged). */
export function machineTexts(items: readonly AgendaItemRow[]): number {
  return items
    .flatMap((item) => textFields.flatMap((field) => [item[field]?.ko, item[field]?.ja, item[field]?.en]))
    .filter((text) => text?.status === 'machine').length;
}
