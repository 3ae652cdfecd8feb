import { Button, type ButtonProps } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import type { Allowed } from '../api/types.js';
import { useErrorText } from '../i18n/words.js';
import css from './action-button.module.css';

export const allowedIn = (actions: readonly Allowed[], action: string): Allowed | undefined =>
  actions.find((entry) => entry.action === action);

interface ActionButtonProps extends ButtonProps {
  may: Allowed | undefined;
  /** What the reason counts or names. */
  params?: Record<string, string | number>;
  onClick: () => void;
  children: ReactNode;
}

/** The reader's role never does this: no button, since there is nothing to wait for. */
const NEVER = 'common.forbidden';

/** A button of `allowedActions`: absent when the act does not exist here or is not the reader's, otherwise usable or saying why not. */
export function ActionButton({ may, params, onClick, children, ...rest }: ActionButtonProps) {
  const id = useId();
  const textOf = useErrorText();
  if (!may || may.reason === NEVER) return null;
  if (may.allowed) {
    return (
      <Button onClick={onClick} {...rest}>
        {children}
      </Button>
    );
  }
  const reason = may.reason ? textOf(may.reason, params) : null;
  return (
    <span className={css.refused}>
      <Button
        {...rest}
        data-disabled
        aria-disabled="true"
        aria-describedby={reason ? id : undefined}
        onClick={(event) => event.preventDefault()}
      >
        {children}
      </Button>
      {reason ? (
        <span id={id} className={css.reason}>
          {reason}
        </span>
      ) : null}
    </span>
  );
}
