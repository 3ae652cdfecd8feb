export type { Config, Environment, LogLevel, S3Config } from './config.js';
export { ConfigFaults, describeFaults, type ConfigFault, type FaultCode } from './faults.js';
export { loadConfig, loadConfigOrExit } from './load-config.js';
export { settingNames, settings, type SettingName } from './settings.js';
