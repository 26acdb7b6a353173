import type { PersonState, PersonSummary } from '#contract/access.ts';
import type { PersonRecord, PostJson } from './people.store.ts';

/** People of a demonstration were never invited: they may be entered at any time. */
export function stateOf({
  user_id,
  disabled_at,
  demo,
}: Pick<PersonRecord, 'user_id' | 'disabled_at' | 'demo'>): PersonState {
  if (disabled_at !== null) return 'disabled';
  return user_id === null && !demo ? 'invited' : 'active';
}

export function presentPerson(person: PersonRecord & { readonly posts: readonly PostJson[] }): PersonSummary {
  const { id, name, email, phone, demo, posts } = person;
  return { id, name, email, phone, demo, state: stateOf(person), posts: [...posts] };
}
