export type EmbeddedDatabaseCode =
  | 'unsupportedPlatform'
  | 'binariesUnusable'
  | 'noUnprivilegedUser'
  | 'noUserName'
  | 'folderInUse'
  | 'folderOfOtherUser'
  | 'otherMajorVersion'
  | 'credentialsMissing'
  | 'initFailed'
  | 'startFailed'
  | 'startTooSlow'
  | 'wouldNotStop';

/** Why the embedded database cannot be used. `message` is the code; `describeDatabaseError` gives the operator's line. */
export class EmbeddedDatabaseError extends Error {
  constructor(
    readonly code: EmbeddedDatabaseCode,
    readonly params: Readonly<Record<string, string | number>> = {},
    options?: ErrorOptions,
  ) {
    super(`embeddedDatabase.${code}`, options);
    this.name = 'EmbeddedDatabaseError';
  }
}

/** Words for the operator's terminal, one line each. */
const texts: Record<EmbeddedDatabaseCode, string> = {
  unsupportedPlatform: 'There is no embedded PostgreSQL for {platform}; set DATABASE_URL.',
  binariesUnusable: 'The embedded PostgreSQL does not run here ({detail}); set DATABASE_URL.',
  noUnprivilegedUser:
    'PostgreSQL refuses to run as root and /etc/passwd has no other user; start as another user or set DATABASE_URL.',
  noUserName:
    'PostgreSQL needs a user name, but user id {uid} has none in /etc/passwd; start as another user or set DATABASE_URL.',
  folderInUse: 'The data folder {folder} is in use by another start (process {pid}).',
  folderOfOtherUser: 'The database in {folder} belongs to user id {uid}; start as that user or as root.',
  otherMajorVersion:
    'The database in {folder} was made by PostgreSQL {found}, this version runs {wanted}; nothing was changed.',
  credentialsMissing:
    'The database in {folder} has lost its credentials.json; restore that file, or move the folder away to begin anew.',
  initFailed: 'The database could not be created: {detail}',
  startFailed: 'The database could not be started: {detail}',
  startTooSlow: 'The database was not ready after {seconds} s; see {log}.',
  wouldNotStop: 'A database left over in {folder} (process {pid}) would not stop.',
};

export function describeDatabaseError(error: EmbeddedDatabaseError): string {
  return texts[error.code].replace(/\{(\w+)\}/g, (_, key: string) => String(error.params[key] ?? ''));
}
