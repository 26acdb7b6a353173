import { useNavigate, useSearch } from '@tanstack/react-router';

/** Keeps the named words of an address; a number typed there is a word too. Anything else is dropped. */
export function parseWords<K extends string>(names: readonly K[]) {
  return (search: Record<string, unknown>): { [name in K]?: string } => {
    const words: { [name in K]?: string } = {};
    for (const name of names) {
      const value = search[name];
      if (typeof value === 'string' && value !== '') words[name] = value;
      if (typeof value === 'number') words[name] = String(value);
    }
    return words;
  };
}

/** The state of a page as its address keeps it, and a way to change some of it. */
export function useAddress<T extends object>(): readonly [T, (changes: Partial<T>) => void] {
  // Validated by the route, whose types stay out of the pages.
  const state = useSearch({ strict: false }) as T;
  const navigate = useNavigate();
  const update = (changes: Partial<T>) =>
    void navigate({
      to: '.',
      replace: true,
      resetScroll: false,
      search: ((previous: object) => dropEmpty({ ...previous, ...changes })) as never,
    });
  return [state, update];
}

function dropEmpty(words: object): object {
  return Object.fromEntries(
    Object.entries(words).filter(
      ([, value]) => value !== undefined && value !== '' && value !== false && value !== null,
    ),
  );
}
