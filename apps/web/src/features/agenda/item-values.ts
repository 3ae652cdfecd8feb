import type { Language } from '#core/kernel';
import type { AgendaItem, Objective, Side } from '../../shared/api/types.js';
import { numberOf, valueOf } from '../../shared/forms/form.js';
import { hasText, textIn } from '../../shared/texts.js';
import type { ItemInput, ItemKind } from './api.js';
import { isSame, type Values } from './merge-fields.js';

export const OBJECTIVES: readonly Objective[] = ['inform', 'discuss', 'decide', 'sign'];
const objectiveOf = (value: string): Objective => OBJECTIVES.find((objective) => objective === value) ?? 'discuss';
const sideOf = (value: string): Side | null => (value === 'kr' || value === 'jp' ? value : null);

/** What an item says in the fields of its form, in one language. */
export function valuesOf(item: AgendaItem, lang: Language): Values {
  return {
    title: hasText(item.title, lang) ? (textIn(item.title, lang)?.text ?? '') : '',
    description:
      item.description && hasText(item.description, lang) ? (textIn(item.description, lang)?.text ?? '') : '',
    minutes: String(item.minutes),
    objective: item.objective ?? '',
    lead: item.lead ?? '',
    privateNote: item.privateNote?.text ?? '',
  };
}

/** A new row: everything its kind has. */
export function newInput(kind: ItemKind, data: FormData): ItemInput {
  const lead = sideOf(valueOf(data, 'lead'));
  const optional = (['description', 'privateNote'] as const).flatMap((name) => {
    const text = valueOf(data, name);
    return text === '' ? [] : [[name, text] as const];
  });
  return {
    ...(kind === 'item' ? {} : { kind }),
    title: valueOf(data, 'title'),
    ...Object.fromEntries(optional),
    ...(kind === 'section' ? {} : { minutes: numberOf(data, 'minutes') }),
    ...(kind === 'item' ? { objective: objectiveOf(valueOf(data, 'objective')), ...(lead ? { lead } : {}) } : {}),
  };
}

/** What the form says differently from what it was opened with; nothing else is sent, so nothing else is overwritten. */
export function changedInput(data: FormData, was: Values): ItemInput {
  const changed = (name: string): boolean => data.has(name) && !isSame(valueOf(data, name), was[name]);
  return {
    ...(changed('title') ? { title: valueOf(data, 'title') } : {}),
    ...(changed('description') ? { description: valueOf(data, 'description') } : {}),
    ...(changed('minutes') ? { minutes: numberOf(data, 'minutes') } : {}),
    ...(changed('objective') ? { objective: objectiveOf(valueOf(data, 'objective')) } : {}),
    ...(changed('lead') ? { lead: sideOf(valueOf(data, 'lead')) } : {}),
    ...(changed('privateNote') ? { privateNote: valueOf(data, 'privateNote') } : {}),
  };
}
