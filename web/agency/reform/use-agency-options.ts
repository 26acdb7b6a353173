import { useQuery } from '@tanstack/react-query';
import type { DraftEvent } from '#contract/agency/event.ts';
import type { Reform } from '#contract/agency/reform.ts';
import { formatDay } from '../../i18n/format.ts';
import { t } from '../../i18n/translate.ts';
import { everyAgencyQuery } from '../agency-queries.ts';
import { dayBefore, holdsOn } from '../agency-words.ts';

export interface AgencyOption {
  readonly value: string;
  readonly label: string;
}

/** The agencies a reform may speak of: those there on the eve or the day of it, and those it founds itself. */
export function useAgencyOptions({ effectiveOn, events }: Reform): readonly AgencyOption[] {
  const every = useQuery(everyAgencyQuery).data ?? [];
  const eve = dayBefore(effectiveOn);
  const living = every.filter((agency) => holdsOn(agency, effectiveOn) || holdsOn(agency, eve));
  const names = new Map<string, number>();
  for (const { name } of living) names.set(name, (names.get(name) ?? 0) + 1);
  const parents = new Map(every.map(({ id, name }) => [id, name]));
  const founded = events.flatMap(({ event }) => foundingsOf(event));
  return [
    ...living.map(({ id, name, parentId, validTo }) => {
      // Several agencies bear one name: by where they stand, and until when.
      const more = [
        parents.get(parentId ?? ''),
        validTo === null ? undefined : t('đến {to}', { to: formatDay(validTo) }),
      ].filter((words) => words !== undefined);
      return { value: id, label: (names.get(name) ?? 0) > 1 ? `${name} (${more.join(', ')})` : name };
    }),
    ...founded
      .filter(({ value }) => living.every(({ id }) => id !== value))
      .map(({ value, label }) => ({ value, label: t('{name} (mới)', { name: label }) })),
  ];
}

function foundingsOf(event: DraftEvent): readonly AgencyOption[] {
  const heirs = event.kind === 'merge' ? [event.heir] : event.kind === 'split' ? event.heirs : [];
  const foundings = [
    ...(event.kind === 'establish' ? [event.founding] : []),
    ...heirs.flatMap((heir) => (heir.kind === 'founded' ? [heir.founding] : [])),
  ];
  return foundings.flatMap(({ id, name }) => (id === undefined ? [] : [{ value: id, label: name }]));
}
