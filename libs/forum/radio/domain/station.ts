import type { DomainError, Side } from '#core/kernel';
import type { Area } from './areas.js';
import { radioErrors } from './radio.errors.js';
import type { StationRow } from './radio-evidence.types.js';
import type { Polarisation, StationHolder, StationRole } from './radio.types.js';

/** A station as a person describes it. Degrees are rounded before anything is stored. */
export interface StationInput {
  readonly role: StationRole;
  readonly side?: Side | undefined;
  readonly class: string;
  readonly holder: StationHolder;
  /** Absent is redacted. */
  readonly operator?: string | undefined;
  readonly area?: Area | undefined;
  /** Degrees north. */
  readonly latitude?: number | undefined;
  /** Degrees east. */
  readonly longitude?: number | undefined;
  /** Metres above ground. */
  readonly height?: number | undefined;
  /** e.i.r.p. in dBW. */
  readonly eirp?: number | undefined;
  readonly antenna?: string | undefined;
  readonly polarisation?: Polarisation | undefined;
}

const tenths = (value: number | undefined): number | null => (value === undefined ? null : Math.round(value * 10));
const orNull = (text: string | undefined): string | null => (text === undefined || text === '' ? null : text);

/** A station as it may be kept: sites rounded to a tenth of a degree, none of defence or police (domain.md 3.10). */
export function readStation(input: StationInput): StationRow | DomainError {
  const { latitude, longitude, holder } = input;
  const operator = orNull(input.operator);
  if (holder !== 'civil' && (operator !== null || latitude !== undefined || longitude !== undefined))
    return radioErrors.stationSite();
  const inside = Math.abs(latitude ?? 0) <= 90 && Math.abs(longitude ?? 0) <= 180;
  if ((latitude === undefined) !== (longitude === undefined) || !inside) return radioErrors.stationCoordinates();
  return {
    role: input.role,
    side: input.side ?? null,
    class: input.class,
    holder,
    operator,
    area: input.area ?? null,
    latitudeTenths: tenths(latitude),
    longitudeTenths: tenths(longitude),
    heightMetres: input.height ?? null,
    eirpTenths: tenths(input.eirp),
    antenna: orNull(input.antenna),
    polarisation: input.polarisation ?? null,
  };
}
