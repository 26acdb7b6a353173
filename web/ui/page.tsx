import { Group, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';

interface PageProps {
  readonly title: string;
  /** A line under the title: what the page is about. */
  readonly about?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** Where the heading stood before, so that the first page of a visit keeps the focus the browser gave it. */
let announced: string | undefined;

/** The frame of every page: its title, what can be done here, and its content. */
export function Page({ title, about, actions, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // A page opened from a link replaces the old one in place: a screen reader hears of it only when the window is
  // renamed and the focus moves to the new heading.
  useEffect(() => {
    document.title = `${title} – Đôn Đốc`;
    if (announced !== undefined && announced !== window.location.pathname)
      heading.current?.focus({ preventScroll: true });
    announced = window.location.pathname;
  }, [title]);
  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-start" gap="sm">
        <div className="page-head">
          <Title order={1} size="h3" ref={heading} tabIndex={-1} className="page-title">
            {title}
          </Title>
          {about === undefined ? null : (
            <Text size="sm" c="dimmed" component="div">
              {about}
            </Text>
          )}
        </div>
        {actions === undefined ? null : (
          <Group gap="xs" className="no-print">
            {actions}
          </Group>
        )}
      </Group>
      {children}
    </Stack>
  );
}
