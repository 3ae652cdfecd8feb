/**
 * The catalogues of the first page: the frame, signing in, home, and a session's head and overview. Everything else comes in a second
 * file, which the other routes wait for. A test keeps this list in step with what those pages use.
 */
export const FIRST_TEXTS: readonly string[] = [
  'agenda',
  'common',
  'delegations',
  'identity',
  'papers',
  'sessions',
  'two-key',
  'web-documents',
  'web-errors',
  'web-home',
  'web-identity',
  'web-proposals',
  'web-sessions',
  'web-shell',
  'web-words',
  'working-days',
];
