import type { ReactNode } from 'react';

/** A short mark on a row; its meaning stands in its words, the colour only helps. */
export function Chip({
  tone = 'plain',
  title,
  children,
}: {
  readonly tone?: 'plain' | 'accent' | 'warn';
  readonly title?: string;
  readonly children: ReactNode;
}) {
  return (
    <span className={`chip chip-${tone}`} title={title}>
      {children}
    </span>
  );
}
