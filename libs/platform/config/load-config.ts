import { resolve } from 'node:path';
import type { Config, S3Config } from './config.js';
import { ConfigFaults, describeFaults, type ConfigFault, type FaultCode } from './faults.js';
import { settings, type SettingName, type SettingValue } from './settings.js';

export type Variables = Readonly<Record<string, string | undefined>>;

type Get = <N extends SettingName>(name: N) => SettingValue<N> | null;

/**
 * Reads the settings from an environment into one frozen value; an empty variable counts as unset.
 * `required` names settings that this process cannot run without.
 * @throws ConfigFaults with every fault at once, by name and never by value.
 */
export function loadConfig(env: Variables, required: readonly SettingName[] = []): Config {
  const faults: ConfigFault[] = [];
  const fault = (name: SettingName, code: FaultCode, params: Record<string, string | number> = {}): void => {
    if (!faults.some((known) => known.name === name)) faults.push({ name, code, params });
  };
  const get: Get = <N extends SettingName>(name: N): SettingValue<N> | null => {
    const raw = env[name]?.trim() ?? '';
    if (raw === '') {
      if (required.includes(name)) fault(name, 'required');
      return null;
    }
    const reading = settings[name].read(raw);
    if (reading.ok) return reading.value as SettingValue<N>;
    fault(name, reading.code, reading.params);
    return null;
  };

  const port = get('PORT') ?? 3000;
  const databaseUrl = get('DATABASE_URL');
  const publicUrl = get('PUBLIC_URL') ?? `http://localhost:${String(port)}`;
  const overHttps = publicUrl.startsWith('https:');
  const config: Config = {
    environment: get('NODE_ENV') ?? 'development',
    demoMode: get('DEMO_MODE') ?? databaseUrl === null,
    port,
    host: get('HOST') ?? '127.0.0.1',
    dataDir: resolve(get('DATA_DIR') ?? '.data'),
    databaseUrl,
    databaseMigrationUrl: get('DATABASE_MIGRATION_URL') ?? databaseUrl,
    databaseReplicaUrl: get('DATABASE_REPLICA_URL'),
    redisUrl: get('REDIS_URL'),
    smtpUrl: get('SMTP_URL'),
    mailFrom: get('MAIL_FROM') ?? 'Forum Desk <desk@forum.example>',
    mailInDoubt: get('MAIL_IN_DOUBT') ?? 'resend',
    mailRatePerSecond: get('MAIL_RATE_PER_SECOND'),
    relayLogUrl: get('RELAY_LOG_URL'),
    publicUrl,
    sessionIdleMinutes: get('SESSION_IDLE_MINUTES') ?? 60,
    sessionAbsoluteHours: get('SESSION_ABSOLUTE_HOURS') ?? 12,
    relayIntervalMs: get('RELAY_INTERVAL_MS') ?? 500,
    workerConcurrency: get('WORKER_CONCURRENCY') ?? 4,
    logLevel: get('LOG_LEVEL') ?? 'info',
    metricsToken: get('METRICS_TOKEN'),
    webhookPrivateHosts: get('WEBHOOK_PRIVATE_HOSTS') ?? Object.freeze([]),
    uploadMaxBytes: (get('UPLOAD_MAX_MB') ?? 200) * 1_048_576,
    s3: s3Of(get, env, fault),
    cookieSecure: get('COOKIE_SECURE') ?? overHttps,
    trustedProxies: get('TRUSTED_PROXIES') ?? Object.freeze([]),
  };
  if (databaseUrl === null && (env['DATABASE_URL'] ?? '').trim() === '') {
    if (config.databaseMigrationUrl !== null) fault('DATABASE_MIGRATION_URL', 'needsDatabaseUrl');
    if (config.databaseReplicaUrl !== null) fault('DATABASE_REPLICA_URL', 'needsDatabaseUrl');
  }
  if (config.cookieSecure && !overHttps && !faults.some((known) => known.name === 'PUBLIC_URL'))
    fault('COOKIE_SECURE', 'needsHttps');
  if (config.mailInDoubt === 'ask' && config.relayLogUrl === null) fault('RELAY_LOG_URL', 'required');
  if (faults.length > 0) throw new ConfigFaults(faults);
  return Object.freeze(config);
}

/** All of the store's settings or none: with a bucket its login is needed, and without one the others say nothing. */
function s3Of(get: Get, env: Variables, fault: (name: SettingName, code: FaultCode) => void): S3Config | null {
  const bucket = get('S3_BUCKET');
  const others = {
    endpoint: get('S3_ENDPOINT'),
    region: get('S3_REGION') ?? 'us-east-1',
    accessKeyId: get('S3_ACCESS_KEY_ID') ?? '',
    secretAccessKey: get('S3_SECRET_ACCESS_KEY') ?? '',
  };
  const isSet = (name: SettingName) => (env[name] ?? '').trim() !== '';
  const login = ['S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const;
  if (isSet('S3_BUCKET')) {
    for (const name of login) if (!isSet(name)) fault(name, 'required');
  } else {
    for (const name of ['S3_ENDPOINT', 'S3_REGION', ...login] as const) if (isSet(name)) fault(name, 'needsBucket');
  }
  return bucket === null ? null : Object.freeze({ bucket, ...others });
}

/** `loadConfig` for a process's first line: prints every fault to stderr and exits with 1 instead of throwing. */
export function loadConfigOrExit(required: readonly SettingName[] = []): Config {
  try {
    return loadConfig(process.env, required);
  } catch (error) {
    if (!(error instanceof ConfigFaults)) throw error;
    process.stderr.write(
      describeFaults(error.faults)
        .map((line) => `${line}\n`)
        .join(''),
    );
    process.exit(1);
  }
}
