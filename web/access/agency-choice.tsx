import { useQuery } from '@tanstack/react-query';
import { Choice } from '../ui/choice.tsx';
import { directoryQuery } from './people-queries.ts';

interface AgencyChoiceProps {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string | undefined;
  /** Only agencies that exist on this day; left out, of every time. */
  readonly day?: string;
  readonly onChoose: (agencyId: string | undefined) => void;
}

/** One agency of the directory, found by typing without diacritics. */
export function AgencyChoice({ label, placeholder, value, day, onChoose }: AgencyChoiceProps) {
  const { data: agencies = [] } = useQuery(directoryQuery);
  const living = agencies.filter(
    ({ id, validFrom, validTo }) =>
      id === value || day === undefined || ((validFrom ?? '') <= day && (validTo === null || day <= validTo)),
  );
  const names = new Map<string, number>();
  for (const { name } of living) names.set(name, (names.get(name) ?? 0) + 1);
  const options = living.map(({ id, name, validTo }) => ({
    value: id,
    // Several agencies bore one name, one after the other.
    label: (names.get(name) ?? 0) > 1 && validTo !== null ? `${name} (–${validTo.slice(0, 4)})` : name,
  }));
  return (
    <Choice label={label} placeholder={placeholder} value={value} options={options} onChoose={onChoose} />
  );
}
