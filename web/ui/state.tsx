import { Button, Skeleton, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { explainFailure } from '../api.ts';
import { t } from '../i18n/translate.ts';

interface Waiting<T> {
  readonly data: T | undefined;
  readonly error: unknown;
  readonly refetch: () => unknown;
}

/** A page part that waits for data: a skeleton, the failure with a way to try again, or what was loaded. */
export function Loaded<T>({
  query,
  children,
}: {
  readonly query: Waiting<T>;
  readonly children: (data: T) => ReactNode;
}) {
  if (query.data !== undefined) return children(query.data);
  if (query.error !== null && query.error !== undefined)
    return <Failure sentences={explainFailure(query.error)} onRetry={() => query.refetch()} />;
  return <Loading />;
}

export function Loading() {
  return (
    <Stack gap="xs" role="status" aria-label={t('Đang tải')}>
      {[90, 75, 82, 60, 88, 70, 78, 64].map((width) => (
        <Skeleton key={width} height={22} width={`${width}%`} />
      ))}
    </Stack>
  );
}

/** What went wrong, in the words of the server, and what can be done. */
export function Failure({
  sentences,
  onRetry,
  title,
}: {
  readonly sentences: readonly string[];
  readonly onRetry?: () => unknown;
  readonly title?: string;
}) {
  return (
    <div className="notice notice-bad" role="alert">
      <IconAlertTriangle aria-hidden size={20} />
      <Stack gap={4} align="flex-start">
        <Text fw={600}>{title ?? t('Không tải được')}</Text>
        {sentences.map((sentence) => (
          <Text key={sentence} size="sm">
            {sentence}
          </Text>
        ))}
        {onRetry === undefined ? null : (
          <Button size="xs" variant="default" onClick={() => onRetry()}>
            {t('Thử lại')}
          </Button>
        )}
      </Stack>
    </div>
  );
}

/** An empty place that says what to do next. */
export function Empty({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <Stack align="center" py="xl" gap="sm" className="empty">
      <Text fw={600}>{title}</Text>
      {children}
    </Stack>
  );
}
