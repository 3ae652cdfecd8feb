import { lazy, Suspense, useEffect, useState } from 'react';
import { onSignInEnded } from './query-client.js';

const SignInDialog = lazy(async () => ({ default: (await import('./sign-in-dialog.js')).SignInDialog }));

/** When the sign-in ends in the middle of work: sign in over the page, and what was typed is still there. */
export function SignInAgain() {
  const [open, setOpen] = useState(false);
  useEffect(() => onSignInEnded(() => setOpen(true)), []);
  return open ? (
    <Suspense>
      <SignInDialog onClose={() => setOpen(false)} />
    </Suspense>
  ) : null;
}
