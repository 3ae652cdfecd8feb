/** States of the radio register (domain.md 3.10); `unknown` is for history only. */
export const RADIO_STATES = [
  'reported',
  'acknowledged',
  'under_measurement',
  'under_coordination',
  'mitigated',
  'monitoring',
  'resolved',
  'unknown',
] as const;
export type RadioState = (typeof RADIO_STATES)[number];

export const RADIO_TYPES = [
  'interference_case',
  'spillover_observation',
  'planned_use',
  'satellite_filing',
  'wrc_position',
  'standard',
] as const;
export type RadioType = (typeof RADIO_TYPES)[number];

/** ITU services, RR 1.20–1.58, as the glossary keys them (`svc.*`). */
export const RADIO_SERVICES = [
  'fixed',
  'fixed_sat',
  'inter_sat',
  'space_operation',
  'mobile',
  'mobile_sat',
  'land_mobile',
  'maritime_mobile',
  'aero_mobile',
  'broadcasting',
  'broadcasting_sat',
  'radiodetermination',
  'radionavigation',
  'radiolocation',
  'met_aids',
  'eess',
  'metsat',
  'time_signal',
  'space_research',
  'amateur',
  'radio_astronomy',
] as const;
export type RadioService = (typeof RADIO_SERVICES)[number];
