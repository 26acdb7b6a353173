import { type Query, useQueryClient } from '@tanstack/react-query';
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
/** A stream that was refused, as by a proxy before a server that starts again, the browser does not ask for again. */
const AGAIN_MS = 20_000;
const ALL = Number.POSITIVE_INFINITY;

/** Shows what others do to the work as they do it; a page nobody looks at holds no connection. */
export function useWorkNews(): void {
  const queries = useQueryClient();
  useEffect(() => {
    let source: EventSource | undefined;
    let asking: ReturnType<typeof setTimeout> | undefined;
    let again: ReturnType<typeof setTimeout> | undefined;
    let answeredBefore = 0;
    const ask = (instant: number) => {
      answeredBefore = Math.max(answeredBefore, instant);
      asking ??= setTimeout(() => {
        const before = answeredBefore;
        [asking, answeredBefore] = [undefined, 0];
        const predicate = ({ state }: Query) =>
          before === ALL || (state.dataUpdatedAt < before && state.fetchStatus === 'idle');
        for (const queryKey of SHOWN) void queries.invalidateQueries({ queryKey, predicate });
      }, Math.random() * SPREAD_MS);
    };
    const follow = () => {
      clearTimeout(again);
      source?.close();
      if (document.hidden) return;
      const opened = new EventSource('/api/work/news');
      opened.addEventListener('message', () => ask(ALL));
      // Nobody told what happened between an answer and the moment from which news come.
      opened.addEventListener('open', () => ask(Date.now()));
      opened.addEventListener('error', () => {
        if (opened.readyState === EventSource.CLOSED)
          again = setTimeout(follow, AGAIN_MS * (1 + Math.random()));
      });
      source = opened;
    };
    const look = () => {
      follow();
      // Not left to the stream: there are lines over which none comes.
      if (!document.hidden) ask(Date.now());
    };
    follow();
    document.addEventListener('visibilitychange', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      clearTimeout(asking);
      clearTimeout(again);
      source?.close();
    };
  }, [queries]);
}
