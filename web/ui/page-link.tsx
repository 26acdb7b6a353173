import { Link } from '@tanstack/react-router';
import type { MouseEventHandler, ReactNode } from 'react';

interface PageLinkProps {
  /** An address of web/paths.ts. */
  readonly to: string;
  /** What of the page is shown: its filter, its tab. */
  readonly search?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly className?: string;
  readonly children: ReactNode;
  readonly 'aria-label'?: string;
  readonly 'aria-current'?: 'page' | 'true' | undefined;
  readonly onClick?: MouseEventHandler<HTMLAnchorElement>;
}

/** A link to another page of ours. */
export function PageLink({ to, search, children, ...rest }: PageLinkProps) {
  return (
    <Link
      to={to}
      search={(search ?? {}) as never}
      activeProps={{}}
      activeOptions={{ exact: true }}
      {...(rest as object)}
    >
      {children}
    </Link>
  );
}
