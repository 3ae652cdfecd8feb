import type { LocalizedText, Side } from '#core/kernel';
import type { Area } from './areas.js';
import type { Polarisation, ReferenceKind, StationHolder, StationRole } from './radio.types.js';

export interface StationRow {
  readonly role: StationRole;
  readonly side: Side | null;
  /** Class of station as the ITU abbreviates it. */
  readonly class: string;
  readonly holder: StationHolder;
  /** Null is redacted. */
  readonly operator: string | null;
  readonly area: Area | null;
  /** Tenths of a degree. */
  readonly latitudeTenths: number | null;
  readonly longitudeTenths: number | null;
  readonly heightMetres: number | null;
  /** Tenths of dBW. */
  readonly eirpTenths: number | null;
  readonly antenna: string | null;
  readonly polarisation: Polarisation | null;
}

export interface ReferenceRow {
  readonly kind: ReferenceKind;
  readonly reference: string;
  readonly dated: string | null;
}

export interface MeasurementRow {
  readonly id: string;
  readonly side: Side;
  readonly measuredOn: string;
  readonly area: Area | null;
  readonly place: LocalizedText | null;
  readonly frequencyHz: string | null;
  readonly bandwidthHz: string | null;
  /** Tenths of dBµV/m. */
  readonly strengthTenths: number;
  readonly method: LocalizedText | null;
  readonly version: number;
  readonly exchangedAt: string | null;
}

export interface PositionRow {
  readonly id: string;
  readonly side: Side;
  readonly text: LocalizedText;
  readonly version: number;
  readonly exchangedAt: string | null;
  readonly replacedAt: string | null;
}

export interface MeasureRow {
  readonly id: string;
  readonly text: LocalizedText;
  readonly actingSide: Side | null;
  readonly dueOn: string | null;
  readonly agreedAt: string;
}
