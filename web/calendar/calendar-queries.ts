import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../api.ts';

export function calendarYearQuery(year: number, knownOn: string | undefined) {
  return queryOptions({
    queryKey: ['calendar', year, knownOn],
    queryFn: () => api.calendar.year({ year, ...(knownOn === undefined ? {} : { knownOn }) }),
    placeholderData: keepPreviousData,
  });
}
