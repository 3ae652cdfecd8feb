import type { BandRow } from './radio-issue.types.js';
import type { RadioService } from './radio.types.js';

interface Allocation {
  readonly lowMhz: number;
  readonly highMhz: number;
  readonly services: readonly RadioService[];
}

/**
 * What RR Article 5 allocates in Region 3, from which both national tables start [gk], where talks have been about or may well be about.
 * A part of the spectrum that is not here raises no warning.
 */
const REGION_3: readonly Allocation[] = [
  { lowMhz: 87, highMhz: 108, services: ['broadcasting', 'fixed', 'mobile'] },
  { lowMhz: 108, highMhz: 117.975, services: ['radionavigation'] },
  { lowMhz: 174, highMhz: 223, services: ['broadcasting', 'fixed', 'mobile'] },
  { lowMhz: 470, highMhz: 890, services: ['broadcasting', 'fixed', 'mobile'] },
  { lowMhz: 890, highMhz: 942, services: ['broadcasting', 'fixed', 'mobile', 'radiolocation'] },
  { lowMhz: 942, highMhz: 960, services: ['broadcasting', 'fixed', 'mobile'] },
  { lowMhz: 1400, highMhz: 1427, services: ['eess', 'radio_astronomy', 'space_research'] },
  { lowMhz: 1710, highMhz: 1930, services: ['fixed', 'mobile'] },
  { lowMhz: 1930, highMhz: 2170, services: ['fixed', 'mobile', 'mobile_sat', 'space_research'] },
  {
    lowMhz: 2500,
    highMhz: 2690,
    services: [
      'broadcasting_sat',
      'eess',
      'fixed',
      'fixed_sat',
      'mobile',
      'mobile_sat',
      'radio_astronomy',
      'space_research',
    ],
  },
  { lowMhz: 3400, highMhz: 3600, services: ['amateur', 'fixed', 'fixed_sat', 'mobile', 'radiolocation'] },
  { lowMhz: 3600, highMhz: 3700, services: ['fixed', 'fixed_sat', 'mobile', 'radiolocation'] },
  { lowMhz: 3700, highMhz: 4200, services: ['fixed', 'fixed_sat', 'mobile'] },
];

/** A service within another one: what is allocated to mobile is open to land mobile (RR 1.24–1.32). */
const within: Partial<Record<RadioService, RadioService>> = {
  land_mobile: 'mobile',
  maritime_mobile: 'mobile',
  aero_mobile: 'mobile',
  radionavigation: 'radiodetermination',
  radiolocation: 'radiodetermination',
  metsat: 'eess',
};

export interface AllocationWarning {
  readonly service: RadioService;
  readonly band: BandRow;
}

/** Services and bands that do not fit the table. A warning, never a refusal (domain.md 3.10). */
export function allocationWarnings(services: readonly RadioService[], bands: readonly BandRow[]): AllocationWarning[] {
  return bands.flatMap((band) => {
    const low = Number(band.lowHz ?? band.nominalHz) / 1e6;
    const high = Number(band.highHz ?? band.nominalHz) / 1e6;
    const rows = REGION_3.filter((row) =>
      low === high ? row.lowMhz <= low && low < row.highMhz : row.lowMhz < high && low < row.highMhz,
    );
    const fits = (service: RadioService): boolean => {
      const wider = within[service];
      return rows.some(
        (row) => row.services.includes(service) || (wider !== undefined && row.services.includes(wider)),
      );
    };
    return rows.length === 0 ? [] : services.filter((service) => !fits(service)).map((service) => ({ service, band }));
  });
}
