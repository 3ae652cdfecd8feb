import { ApiProperty } from '@nestjs/swagger';
import { SIDES, type Side } from '#core/kernel';
import {
  AREAS,
  POLARISATIONS,
  REFERENCE_KINDS,
  STATION_HOLDERS,
  STATION_ROLES,
  type Area,
  type Polarisation,
  type ReferenceKind,
  type StationHolder,
  type StationRole,
} from '#forum/radio';
import { LocalizedTextView } from '../http/text.view.js';

/** What a side holds about a case. */
export class RadioPositionView {
  @ApiProperty() id: string;
  @ApiProperty() etag: string;
  @ApiProperty({ enum: SIDES }) side: Side;
  @ApiProperty({ type: LocalizedTextView }) text: LocalizedTextView;
  @ApiProperty({ type: String, nullable: true, description: 'ISO 8601 UTC; null is its side’s own' })
  exchangedAt: string | null;
}

export class RadioMeasurementView {
  @ApiProperty() id: string;
  @ApiProperty() etag: string;
  @ApiProperty({ enum: SIDES }) side: Side;
  @ApiProperty({ description: 'YYYY-MM-DD' }) measuredOn: string;
  @ApiProperty({ enum: AREAS, nullable: true, type: String }) area: Area | null;
  @ApiProperty({ type: LocalizedTextView, nullable: true }) place: LocalizedTextView | null;
  @ApiProperty({ type: String, nullable: true }) frequencyHz: string | null;
  @ApiProperty({ type: String, nullable: true }) bandwidthHz: string | null;
  @ApiProperty({ description: 'dBµV/m' }) strength: number;
  @ApiProperty({ type: LocalizedTextView, nullable: true }) method: LocalizedTextView | null;
  @ApiProperty({ type: String, nullable: true, description: 'ISO 8601 UTC; null is its side’s own' })
  exchangedAt: string | null;
}

export class RadioStationView {
  @ApiProperty({ enum: STATION_ROLES }) role: StationRole;
  @ApiProperty({ enum: SIDES, nullable: true, type: String, description: 'in whose country it stands' })
  side: Side | null;
  @ApiProperty({ description: 'class of station as the ITU abbreviates it' }) class: string;
  @ApiProperty({ enum: STATION_HOLDERS }) holder: StationHolder;
  @ApiProperty({ type: String, nullable: true, description: 'null is redacted' }) operator: string | null;
  @ApiProperty({ enum: AREAS, nullable: true, type: String }) area: Area | null;
  @ApiProperty({ type: Number, nullable: true, description: 'degrees north, rounded to a tenth' })
  latitude: number | null;
  @ApiProperty({ type: Number, nullable: true, description: 'degrees east, rounded to a tenth' })
  longitude: number | null;
  @ApiProperty({ type: Number, nullable: true, description: 'metres' }) height: number | null;
  @ApiProperty({ type: Number, nullable: true, description: 'dBW' }) eirp: number | null;
  @ApiProperty({ type: String, nullable: true }) antenna: string | null;
  @ApiProperty({ enum: POLARISATIONS, nullable: true, type: String }) polarisation: Polarisation | null;
}

export class RadioReferenceView {
  @ApiProperty({ enum: REFERENCE_KINDS }) kind: ReferenceKind;
  @ApiProperty() reference: string;
  @ApiProperty({ type: String, nullable: true, description: 'YYYY-MM-DD' }) dated: string | null;
}

export class RadioMeasureView {
  @ApiProperty() id: string;
  @ApiProperty({ type: LocalizedTextView }) text: LocalizedTextView;
  @ApiProperty({ enum: SIDES, nullable: true, type: String, description: 'who acts; null is both' })
  actingSide: Side | null;
  @ApiProperty({ type: String, nullable: true, description: 'YYYY-MM-DD' }) dueOn: string | null;
  @ApiProperty({ description: 'ISO 8601 UTC' }) agreedAt: string;
}
