import type { Level } from '../../shared/api/types.js';

export const LEVELS: readonly Level[] = [
  'expert',
  'division',
  'dg',
  'vice_minister',
  'minister',
  'summit',
  'local',
  'private',
];

/** The channels that the filters of the address keep. */
export const keepOf =
  (get: (name: string) => string) =>
  (channel: { id: string; nominalLevel: Level }): boolean =>
    (get('channel') === '' || channel.id === get('channel')) &&
    (get('level') === '' || channel.nominalLevel === get('level'));
