/** Which act made a version: drafts handed over, a counter-proposal, a translation that cleared a key, or a signature. */
export const versionOccasions = ['exchange', 'proposal', 'translation', 'signature'] as const;
export type VersionOccasion = (typeof versionOccasions)[number];
