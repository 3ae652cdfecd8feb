/** States of the radio register (domain.md 3.10); `unknown` is for history only, a `draft` is its side's own. */
export const RADIO_STATES = [
  'reported',
  'acknowledged',
  'under_measurement',
  'under_coordination',
  'mitigated',
  'monitoring',
  'resolved',
  'unknown',
  'draft',
  'withdrawn',
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

/** The ladder of domain.md 3.10; above `experts` a case is escalated. */
export const RADIO_LEVELS = [
  'experts',
  'division',
  'director_general',
  'vice_minister',
  'minister',
  'itu_procedure',
] as const;
export type RadioLevel = (typeof RADIO_LEVELS)[number];

export const ALLOCATIONS = ['primary', 'secondary'] as const;
export type Allocation = (typeof ALLOCATIONS)[number];

export const STATION_ROLES = ['source', 'affected'] as const;
export type StationRole = (typeof STATION_ROLES)[number];

/** Of defence and police neither the operator nor a coordinate is stored (domain.md 3.10). */
export const STATION_HOLDERS = ['civil', 'defence', 'police'] as const;
export type StationHolder = (typeof STATION_HOLDERS)[number];

export const POLARISATIONS = ['horizontal', 'vertical', 'right_circular', 'left_circular', 'mixed'] as const;
export type Polarisation = (typeof POLARISATIONS)[number];

/** Advance publication, coordination request, notice to the Master Register, report under Appendix 10. */
export const REFERENCE_KINDS = ['api', 'coordination_request', 'mifr', 'appendix_10'] as const;
export type ReferenceKind = (typeof REFERENCE_KINDS)[number];

export const RADIO_EVENT_KINDS = [
  'reported',
  'acknowledged',
  'measuring',
  'coordinating',
  'mitigated',
  'monitoring',
  'returned',
  'resolved',
  'reopened',
  'taken_up',
  'withdrawn',
  'changed',
  'position_exchanged',
  'measurement_exchanged',
  'measure_agreed',
  'raised',
  'level_set',
] as const;
export type RadioEventKind = (typeof RADIO_EVENT_KINDS)[number];
