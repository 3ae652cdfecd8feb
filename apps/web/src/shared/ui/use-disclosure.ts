import { useEffect, useRef, useState, type RefObject } from 'react';

/** What hangs below a button: `box` holds both, `button` opens it. */
export interface Disclosure<Opener extends HTMLElement> {
  readonly open: boolean;
  readonly setOpen: (open: boolean) => void;
  readonly box: RefObject<HTMLDivElement | null>;
  readonly button: RefObject<Opener | null>;
}

/** Opens and closes; a click or focus elsewhere closes it, Escape too, and gives the button its focus back. */
export function useDisclosure<Opener extends HTMLElement>(): Disclosure<Opener> {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<Opener>(null);
  useEffect(() => {
    if (!open) return undefined;
    const outside = (event: Event): void => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false);
    };
    const escape = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      setOpen(false);
      button.current?.focus();
    };
    document.addEventListener('pointerdown', outside);
    document.addEventListener('focusin', outside);
    document.addEventListener('keydown', escape);
    return () => {
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('focusin', outside);
      document.removeEventListener('keydown', escape);
    };
  }, [open]);
  return { open, setOpen, box, button };
}
