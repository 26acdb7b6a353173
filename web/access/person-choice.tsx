import { useQuery } from '@tanstack/react-query';
import { Choice } from '../ui/choice.tsx';
import { candidatesQuery } from './people-queries.ts';

interface PersonChoiceProps {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string | undefined;
  /** Only people who hold a post there today. */
  readonly agencyId?: string;
  readonly exceptId: string;
  readonly onChoose: (personId: string | undefined) => void;
}

/** One person who may sign in, with their post beside the name: namesakes are common. */
export function PersonChoice({ label, placeholder, value, agencyId, exceptId, onChoose }: PersonChoiceProps) {
  const { data } = useQuery(candidatesQuery(agencyId));
  const options = (data?.people ?? [])
    .filter(({ id, state }) => id !== exceptId && state !== 'disabled')
    .map(({ id, name, posts: [post] }) => ({
      value: id,
      label: post === undefined ? name : `${name} – ${post.title}, ${post.agencyName}`,
    }));
  return (
    <Choice label={label} placeholder={placeholder} value={value} options={options} onChoose={onChoose} />
  );
}
