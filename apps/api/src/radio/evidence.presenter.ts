import type { MeasurementRow, MeasureRow, PositionRow, StationRow } from '#forum/radio';
import { etagOf, type Reading } from '../http/decorators.js';
import { presentText, presentTextOrNull } from '../http/text.view.js';
import type { RadioMeasurementView, RadioMeasureView, RadioPositionView, RadioStationView } from './evidence.views.js';

export function presentPosition(row: PositionRow, reading: Reading): RadioPositionView {
  return {
    id: row.id,
    etag: etagOf(row.version),
    side: row.side,
    text: presentText(row.text, reading),
    exchangedAt: row.exchangedAt,
  };
}

export function presentMeasurement(row: MeasurementRow, reading: Reading): RadioMeasurementView {
  return {
    id: row.id,
    etag: etagOf(row.version),
    side: row.side,
    measuredOn: row.measuredOn,
    area: row.area,
    place: presentTextOrNull(row.place, reading),
    frequencyHz: row.frequencyHz,
    bandwidthHz: row.bandwidthHz,
    strength: row.strengthTenths / 10,
    method: presentTextOrNull(row.method, reading),
    exchangedAt: row.exchangedAt,
  };
}

const tenth = (value: number | null): number | null => (value === null ? null : value / 10);

export function presentStation(row: StationRow): RadioStationView {
  const { latitudeTenths, longitudeTenths, heightMetres, eirpTenths, ...rest } = row;
  return {
    ...rest,
    latitude: tenth(latitudeTenths),
    longitude: tenth(longitudeTenths),
    height: heightMetres,
    eirp: tenth(eirpTenths),
  };
}

export function presentMeasure(row: MeasureRow, reading: Reading): RadioMeasureView {
  return { ...row, text: presentText(row.text, reading) };
}
