import { lazy, Suspense, type ReactNode } from 'react';

const DialogFrame = lazy(() => import('./dialog-frame.js'));

/** A dialog whose code comes when it is first opened. */
export function Dialog({
  open,
  title,
  onClose,
  children,
}: {
  open: boolean;
  title: string;
  onClose: () => void;
  children: ReactNode;
}) {
  if (!open) return null;
  return (
    <Suspense>
      <DialogFrame title={title} onClose={onClose}>
        {children}
      </DialogFrame>
    </Suspense>
  );
}
