import { cleanText, textFault, type TextRules } from '#core/kernel';
import type { TranslationUnit } from './translation.types.js';

/** A text as it came back from outside. */
export interface ReturnedText {
  /** The unit's id, or the end of it. */
  readonly id: string;
  /** Revision of the source it translates; null when the file does not say. */
  readonly revision: number | null;
  readonly source: string;
  readonly target: string;
  readonly machine: boolean;
}

/**
 * What becomes of each text: written, the same as it stands, made of an older source, not of this request (or twice in the file), left
 * empty, closed by its owner, or not fit to keep.
 */
export const importOutcomes = ['applied', 'unchanged', 'outdated', 'unknown', 'empty', 'closed', 'refused'] as const;
export type ImportOutcome = (typeof importOutcomes)[number];

/** One line of the report, in the order of the file; `text` is what the file said, so that nothing is lost where it was not taken. */
export interface ImportedUnit {
  readonly unitId: string | null;
  readonly outcome: ImportOutcome;
  readonly text: string;
  /** Error code of a text that was not fit to keep. */
  readonly fault: string | null;
}

export interface PlannedText {
  readonly unit: TranslationUnit;
  readonly text: string;
  readonly status: 'draft' | 'machine';
}

/** As wherever a translation is typed. */
const rules: TextRules = { max: 5000, multiline: true };

/**
 * What an import would do, text by text. A text is taken only when it translates the source as it stands now: by its revision, or, where
 * the file lost that, by the very words of the source.
 * @param allMachine the person who imports says that a machine wrote the whole file
 */
export function planImport(
  units: readonly TranslationUnit[],
  returned: readonly ReturnedText[],
  allMachine: boolean,
): { readonly report: ImportedUnit[]; readonly toWrite: PlannedText[] } {
  const toWrite: PlannedText[] = [];
  const seen = new Set<string>();
  const report = returned.map((one): ImportedUnit => {
    const unit = units.find(({ id }) => id === one.id || (one.id.length === 8 && id.endsWith(one.id)));
    const line = (outcome: ImportOutcome, fault: string | null = null): ImportedUnit => ({
      unitId: unit?.id ?? null,
      outcome,
      text: one.target,
      fault,
    });
    if (!unit || seen.has(unit.id)) return line('unknown');
    seen.add(unit.id);
    if (one.target.trim() === '') return line('empty');
    if (!unit.open) return line('closed');
    const fault = textFault(one.target, rules);
    if (fault) return line('refused', fault.code);
    const text = cleanText(one.target, rules);
    const status = allMachine || one.machine ? 'machine' : 'draft';
    if (!isCurrent(unit, one)) return line('outdated');
    if (isSame(unit, text, status)) return line('unchanged');
    toWrite.push({ unit, text, status });
    return line('applied');
  });
  return { report, toWrite };
}

function isCurrent({ source }: TranslationUnit, one: ReturnedText): boolean {
  if (one.revision !== null) return one.revision === source.revision;
  return cleanText(one.source, { ...rules, optional: true }) === source.text;
}

/** The same words of the same source; a machine's word about what a person wrote or checked changes nothing. */
function isSame({ source, target }: TranslationUnit, text: string, status: 'draft' | 'machine'): boolean {
  if (target?.text !== text || target.of !== source.revision) return false;
  return status === 'machine' || target.status !== 'machine';
}
