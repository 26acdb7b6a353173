import { Alert, Button, Skeleton, Stack, Text } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { explainFailure } from '../api.ts';

/** A page part that waits for data: a skeleton, the failure with a way to try again, or what was loaded. */
export function Loaded<T>({
  query,
  children,
}: {
  readonly query: UseQueryResult<T>;
  readonly children: (data: T) => ReactNode;
}) {
  if (query.isPending)
    return (
      <Stack gap="xs" aria-busy="true" aria-label="Đang tải">
        {[1, 2, 3, 4, 5, 6].map((line) => (
          <Skeleton key={line} height={28} />
        ))}
      </Stack>
    );
  if (query.isError)
    return (
      <Alert color="red" title="Không tải được" role="alert">
        <Text mb="sm">{explainFailure(query.error)}</Text>
        <Button size="xs" variant="light" onClick={() => query.refetch()}>
          Thử lại
        </Button>
      </Alert>
    );
  return children(query.data);
}

/** An empty place that says what to do next. */
export function Empty({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <Stack align="center" py="xl" gap="xs">
      <Text fw={600}>{title}</Text>
      {children}
    </Stack>
  );
}
