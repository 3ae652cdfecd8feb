import type { Language } from '#core/kernel';

export const directions = ['ko-ja', 'ko-en', 'ja-en'] as const;
export type Direction = (typeof directions)[number];

/** `relay` is consecutive by way of English: everything is said three times. */
export const modes = ['consecutive', 'simultaneous', 'whispered', 'relay'] as const;
export type InterpretationMode = (typeof modes)[number];

export const providers = ['each_side', 'host', 'joint'] as const;
export type Provider = (typeof providers)[number];

export const equipmentKinds = ['booth', 'receivers', 'microphones', 'portable_set', 'remote_platform'] as const;
export type Equipment = (typeof equipmentKinds)[number];

/** How much longer a meeting runs than its words take, in per cent. Defaults of the product; a session may set its own. */
export const defaultFactorPercent: Readonly<Record<InterpretationMode, number>> = {
  consecutive: 200,
  simultaneous: 100,
  whispered: 110,
  relay: 300,
};

/**
 * Minutes on the clock for minutes of speech, rounded up to a whole minute.
 * @param mode null while none is chosen: nothing is added
 * @param factorPercent the session's own factor, 100 … 500
 */
export function scaledMinutes(
  minutes: number,
  mode: InterpretationMode | null,
  factorPercent: number | null = null,
): number {
  if (mode === null) return minutes;
  return Math.ceil((minutes * (factorPercent ?? defaultFactorPercent[mode])) / 100);
}

/** What a language is counted in: characters in Korean and Japanese, words in English. */
export function countUnit(lang: Language): 'characters' | 'words' {
  return lang === 'en' ? 'words' : 'characters';
}
