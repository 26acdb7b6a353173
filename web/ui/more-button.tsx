import { Button } from '@mantine/core';

interface Growing {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly fetchNextPage: () => unknown;
}

/** Shows more of a list that grows downwards; nothing where all of it is shown. */
export function MoreButton({ query, words }: { readonly query: Growing; readonly words: string }) {
  if (!query.hasNextPage) return null;
  return (
    <Button variant="default" loading={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
      {words}
    </Button>
  );
}
