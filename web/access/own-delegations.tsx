import { useQuery } from '@tanstack/react-query';
import { Loaded } from '../ui/state.tsx';
import { personQuery } from './people-queries.ts';
import { PersonDelegations } from './person-delegations.tsx';

/** Whom one lets act in one's posts while absent, and for whom one acts. */
export function OwnDelegations({ personId }: { readonly personId: string }) {
  const query = useQuery(personQuery(personId));
  return <Loaded query={query}>{(person) => <PersonDelegations person={person} />}</Loaded>;
}
