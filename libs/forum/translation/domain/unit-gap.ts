import { isStale, type FieldFault, type Language, type LocalizedText } from '#core/kernel';
import { translationErrors } from './translation.errors.js';
import type { TranslationUnit, UnitGap } from './translation.types.js';

/** What is still open in this language; a checked text and a person's draft of the present source are not. */
export function gapOf(text: LocalizedText, lang: Language): UnitGap | null {
  const target = text[lang];
  if (!target) return 'missing';
  if (isStale(text, lang)) return 'stale';
  return target.status === 'machine' ? 'machine' : null;
}

const codes: Readonly<Record<UnitGap, string>> = {
  missing: translationErrors.unitMissing.code,
  stale: translationErrors.unitOutdated.code,
  machine: translationErrors.unitMachine.code,
};

/** The open texts as faults with a path (`units.2`), so that every reader learns which one and why. */
export function gapFaults(units: readonly Pick<TranslationUnit, 'gap'>[], lang: Language): FieldFault[] {
  return units.flatMap(({ gap }, index) =>
    gap === null ? [] : [{ path: `units.${String(index)}`, code: codes[gap], params: { lang } }],
  );
}
