import type { Area, IssueType, Service } from './api.js';

/** Codes of the register in the order in which forms and filters offer them. */
export const TYPES: readonly IssueType[] = [
  'interference_case',
  'spillover_observation',
  'planned_use',
  'satellite_filing',
  'wrc_position',
  'standard',
];

export const STATES = [
  'draft',
  'reported',
  'acknowledged',
  'under_measurement',
  'under_coordination',
  'mitigated',
  'monitoring',
  'resolved',
  'unknown',
  'withdrawn',
] as const;

export const LEVELS = [
  'experts',
  'division',
  'director_general',
  'vice_minister',
  'minister',
  'itu_procedure',
] as const;

export const SERVICES: readonly Service[] = [
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
];

/** Places of both coasts, by country. */
export const AREAS = {
  kr: ['busan', 'ulsan', 'pohang', 'masan', 'geoje', 'tongyeong', 'yeosu', 'jeju', 'nationwide_kr'],
  jp: ['tsushima', 'iki', 'fukuoka', 'saga', 'nagasaki', 'yamaguchi', 'shimane', 'kyushu', 'nationwide_jp'],
} as const satisfies Record<'kr' | 'jp', readonly Area[]>;

export const ALL_AREAS: readonly Area[] = [...AREAS.kr, ...AREAS.jp];
