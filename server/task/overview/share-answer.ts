/**
 * Answers the same question asked by many at once with one piece of work. Nobody gets an answer that was begun before
 * they asked, so that whoever just wrote something sees it: who asks while one is under way shares the next.
 */
export function shareAnswers<T>(): (key: string, work: () => Promise<T>) => Promise<T> {
  const held = new Map<string, { readonly running: Promise<unknown>; next: Promise<T> | undefined }>();
  const begin = (key: string, work: () => Promise<T>): Promise<T> => {
    const running = work();
    const entry = { running, next: undefined };
    held.set(key, entry);
    const end = () => {
      if (held.get(key) === entry) held.delete(key);
    };
    running.then(end, end);
    return running;
  };
  return (key, work) => {
    const entry = held.get(key);
    if (entry === undefined) return begin(key, work);
    const again = () => begin(key, work);
    entry.next ??= entry.running.then(again, again);
    return entry.next;
  };
}
