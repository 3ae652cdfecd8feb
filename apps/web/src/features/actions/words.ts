import type { Tone } from '../../shared/ui/badges.js';

export const STATES = [
  'open',
  'in_progress',
  'blocked',
  'done_claimed',
  'done_confirmed',
  'cancelled',
  'superseded',
] as const;
export const PRIORITIES = ['high', 'normal', 'low'] as const;

const CLOSED = new Set<string>(['done_confirmed', 'cancelled', 'superseded']);
export const isClosed = (state: string): boolean => CLOSED.has(state);
export const toneOf = (state: string): Tone =>
  state === 'done_confirmed' ? 'done' : state === 'done_claimed' ? 'accent' : state === 'blocked' ? 'amber' : 'plain';
