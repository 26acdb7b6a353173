import { useRouterState } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';

/** The ways to look at something, one beside the other; on a narrow screen the one that is open is brought into sight. */
export function Views({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const strip = useRef<HTMLElement>(null);
  const address = useRouterState({ select: ({ location }) => location.href });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another address opens another of them
  useEffect(() => {
    const open = strip.current?.querySelector<HTMLElement>('[aria-current="page"]');
    if (strip.current === null || open == null) return;
    strip.current.scrollLeft = open.offsetLeft - (strip.current.clientWidth - open.offsetWidth) / 2;
  }, [address]);
  return (
    <nav ref={strip} className="views no-print" aria-label={label}>
      {children}
    </nav>
  );
}
