import { useQuery } from '@tanstack/react-query';
import type { PlanHeading } from '#contract/plan.ts';
import { api } from '../api.ts';
import { t } from '../i18n/translate.ts';
import { Choice } from '../ui/choice.tsx';
import { outlineQuery } from './plan-queries.ts';

/** Where a row stands: below which other, and after which of those there. */
export interface RowPlace {
  readonly parentId: string | null;
  /** undefined is the last place, null the first. */
  readonly afterId: string | null | undefined;
}

interface PlaceFieldsProps {
  readonly planId: string;
  readonly place: RowPlace;
  /** The row itself, which cannot stand in or after itself. */
  readonly exceptId?: string | undefined;
  readonly isArea: boolean;
  readonly onPlace: (place: RowPlace) => void;
}

const FIRST = 'first';
const TOP = 'top';

export function PlaceFields({ planId, place, exceptId, isArea, onPlace }: PlaceFieldsProps) {
  const outline = useQuery(outlineQuery(planId)).data ?? [];
  const siblings = useSiblings(planId, place.parentId).filter(({ id }) => id !== exceptId);
  return (
    <div className="words-grid-even">
      {isArea ? null : (
        <Choice
          label={t('Nằm trong')}
          placeholder={t('Ngoài cùng')}
          value={place.parentId ?? TOP}
          options={[
            { value: TOP, label: t('Ngoài cùng') },
            ...outline
              .filter((heading) => !isWithin(outline, heading, exceptId))
              .map(({ id, code, name }) => ({ value: id, label: `${code}. ${name}` })),
          ]}
          onChoose={(id) =>
            onPlace({ parentId: id === undefined || id === TOP ? null : id, afterId: undefined })
          }
        />
      )}
      <Choice
        label={t('Đứng sau')}
        placeholder={t('Cuối cùng')}
        value={place.afterId === null ? FIRST : place.afterId}
        options={[
          { value: FIRST, label: t('Đứng đầu') },
          ...siblings.map(({ id, code, name }) => ({ value: id, label: `${code}. ${name}` })),
        ]}
        onChoose={(id) => onPlace({ ...place, afterId: id === FIRST ? null : id })}
      />
    </div>
  );
}

function isWithin(
  outline: readonly PlanHeading[],
  heading: PlanHeading,
  exceptId: string | undefined,
): boolean {
  if (exceptId === undefined) return false;
  if (heading.id === exceptId) return true;
  const above = outline.find(({ id }) => id === heading.parentId);
  return above !== undefined && isWithin(outline, above, exceptId);
}

interface Sibling {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

function useSiblings(planId: string, parentId: string | null): readonly Sibling[] {
  const outline = useQuery({ ...outlineQuery(planId), enabled: parentId === null });
  const parent = useQuery({
    queryKey: ['task', parentId],
    queryFn: () => api.task.get({ taskId: parentId ?? '' }),
    enabled: parentId !== null,
  });
  return parentId === null
    ? (outline.data ?? []).filter((heading) => heading.parentId === null)
    : (parent.data?.children ?? []);
}

/** The place as the acts ask for it: the last place is after the last row there. */
export async function resolvePlace(
  planId: string,
  { parentId, afterId }: RowPlace,
  exceptId?: string,
): Promise<{ parentId: string | null; afterId: string | null }> {
  if (afterId !== undefined) return { parentId, afterId };
  const siblings: readonly Sibling[] =
    parentId === null
      ? (await api.plan.outline({ planId })).filter((heading) => heading.parentId === null)
      : (await api.task.get({ taskId: parentId })).children;
  return { parentId, afterId: siblings.filter(({ id }) => id !== exceptId).at(-1)?.id ?? null };
}
