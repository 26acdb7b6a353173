import { Button, type ButtonProps, Tooltip } from '@mantine/core';
import type { MouseEventHandler, ReactNode } from 'react';
import type { Act } from '#domain/access/acts.ts';
import type { Subject } from '#domain/access/decide-access.ts';
import { useAccess } from './session.tsx';

interface ActButtonProps extends ButtonProps {
  readonly act: Act;
  readonly subject?: Subject;
  readonly onClick?: MouseEventHandler<HTMLButtonElement>;
  readonly title?: string;
  readonly 'aria-label'?: string;
  readonly children: ReactNode;
}

/**
 * A button for an act of the table. Where the person may not do it, it stays in place and can be reached, and says
 * why in the words the server would use.
 */
export function ActButton({ act, subject, onClick, title, children, ...rest }: ActButtonProps) {
  const { allowed, why } = useAccess(act, subject);
  if (allowed)
    return (
      <Button
        {...rest}
        {...(title === undefined ? {} : { title })}
        {...(onClick === undefined ? {} : { onClick })}
      >
        {children}
      </Button>
    );
  return (
    <Tooltip label={why} multiline maw={320} events={{ hover: true, focus: true, touch: true }}>
      <Button {...rest} data-disabled aria-disabled onClick={(event) => event.preventDefault()}>
        {children}
      </Button>
    </Tooltip>
  );
}
