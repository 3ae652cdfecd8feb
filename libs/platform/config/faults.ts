import type { SettingName } from './settings.js';

export type FaultCode =
  | 'required'
  | 'notAnInteger'
  | 'outOfRange'
  | 'notABoolean'
  | 'notAChoice'
  | 'notAnAddress'
  | 'notAHost'
  | 'notAPostgresUrl'
  | 'notARedisUrl'
  | 'notAnSmtpUrl'
  | 'notAnOrigin'
  | 'notAWebAddress'
  | 'notAMailbox'
  | 'notABucket'
  | 'tooShort'
  | 'needsDatabaseUrl'
  | 'needsBucket'
  | 'needsHttps';

/** One faulty setting: its name and what is wrong, never its value (it may be a secret). */
export interface ConfigFault {
  readonly name: SettingName;
  readonly code: FaultCode;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Thrown by `loadConfig` with every fault at once. The message holds names and codes only. */
export class ConfigFaults extends Error {
  constructor(readonly faults: readonly ConfigFault[]) {
    super(`config.invalid ${faults.map((fault) => `${fault.name}:${fault.code}`).join(' ')}`);
    this.name = 'ConfigFaults';
  }
}

/** Words for the operator's terminal: it speaks before a reader or a language is known. */
const texts: Record<FaultCode, string> = {
  required: 'is missing',
  notAnInteger: 'must be a whole number',
  outOfRange: 'must be between {min} and {max}',
  notABoolean: 'must be one of true, false, 1, 0, on, off',
  notAChoice: 'must be one of {choices}',
  notAnAddress: 'must be IP addresses or blocks such as 10.0.0.0/8, separated by commas',
  notAHost: 'must be host names such as desk.ministry.example, separated by commas',
  notAPostgresUrl: 'must be a postgres:// address with a user and a database name',
  notARedisUrl: 'must be a redis:// or rediss:// address',
  notAnSmtpUrl: 'must be an smtp:// or smtps:// address',
  notAnOrigin: 'must be http:// or https:// and a host, without a path',
  notAWebAddress: 'must be an http:// or https:// address',
  notAMailbox: 'must be an address such as desk@example.org or Desk <desk@example.org>',
  notABucket: 'must be 3 to 63 small letters, digits, dots or hyphens',
  tooShort: 'must have at least {min} characters',
  needsDatabaseUrl: 'needs DATABASE_URL too',
  needsBucket: 'needs S3_BUCKET too',
  needsHttps: 'is on, but PUBLIC_URL is not https://',
};

/** One line per fault for the operator's terminal, in the order of the settings. */
export function describeFaults(faults: readonly ConfigFault[]): string[] {
  return faults.map(({ name, code, params }) => {
    const text = texts[code].replace(/\{(\w+)\}/g, (_, key: string) => String(params[key] ?? ''));
    return `${name} ${text}`;
  });
}
