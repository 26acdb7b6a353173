import { t } from '../i18n/translate.ts';
import { Choice } from '../ui/choice.tsx';

interface PlanChoiceProps {
  readonly plans: readonly { readonly id: string; readonly title: string; readonly number: string | null }[];
  readonly chosen: string | undefined;
  /** What is shown where none is chosen; the newest when left out. */
  readonly unchosen?: string;
  readonly onChoose: (planId: string | undefined) => void;
}

/** Which plan a page is about, where there is more than one. */
export function PlanChoice({ plans, chosen, unchosen = t('Mới nhất'), onChoose }: PlanChoiceProps) {
  if (plans.length < 2) return null;
  return (
    <Choice
      label={t('Kế hoạch')}
      placeholder={unchosen}
      value={chosen}
      options={plans.map(({ id, title, number }) => ({
        value: id,
        label: number === null ? title : `${number}: ${title}`,
      }))}
      onChoose={onChoose}
    />
  );
}
