import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { KEPT } from '../../kept-reads.ts';

/** First words of the keys of what shows work. */
const SHOWN: readonly (readonly string[])[] = [
  ['room'],
  ['heat'],
  ['due-rows'],
  ['year-of-work'],
  ['recent-acts'],
  ['unanswered'],
  [KEPT, 'my-work'],
  ['to-review'],
  [KEPT, 'part'],
  [KEPT, 'chains'],
];
/** Many pages that hear the same news do not ask in the same moment. */
const SPREAD_MS = 400;

/** Shows what others do to the work as they do it; a page nobody looks at holds no connection. */
export function useWorkNews(): void {
  const queries = useQueryClient();
  useEffect(() => {
    let source: EventSource | undefined;
    let asking: ReturnType<typeof setTimeout> | undefined;
    const ask = () => {
      asking ??= setTimeout(() => {
        asking = undefined;
        for (const queryKey of SHOWN) void queries.invalidateQueries({ queryKey });
      }, Math.random() * SPREAD_MS);
    };
    const follow = () => {
      source?.close();
      source = document.hidden ? undefined : new EventSource('/api/work/news');
      source?.addEventListener('message', ask);
    };
    const look = () => {
      follow();
      // What happened while nobody looked was not told.
      if (!document.hidden) ask();
    };
    follow();
    document.addEventListener('visibilitychange', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      clearTimeout(asking);
      source?.close();
    };
  }, [queries]);
}
