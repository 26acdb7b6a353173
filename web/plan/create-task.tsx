import { SegmentedControl } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { RowKind } from '#contract/plan.ts';
import type { RowWords } from '#contract/reading.ts';
import { ActButton } from '../act-button.tsx';
import { api } from '../api.ts';
import { t } from '../i18n/translate.ts';
import { paths } from '../paths.ts';
import { Dialog } from '../ui/dialog.tsx';
import { PlaceFields, type RowPlace, resolvePlace } from './place-fields.tsx';
import { outlineQuery } from './plan-queries.ts';
import { NO_WORDS, WordsForm } from './words-form.tsx';

interface CreateTaskProps {
  readonly planId: string;
  readonly revision: number;
  readonly year: number | undefined;
  readonly place: RowPlace;
}

/** Adds a task, heading or area to a plan, and opens it. */
export function CreateTask({ planId, revision, year, place: given }: CreateTaskProps) {
  const [isOpen, setOpen] = useState(false);
  const [kind, setKind] = useState<RowKind>('task');
  const [place, setPlace] = useState(given);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const create = useMutation({
    mutationFn: async (words: RowWords) =>
      api.task.create({ planId, revision, kind, words, ...(await resolvePlace(planId, place)) }),
    onSuccess: async ({ taskId }) => {
      await queries.invalidateQueries();
      await navigate({ to: paths.task(taskId) });
      setOpen(false);
    },
  });
  const open = async () => {
    create.reset();
    // A task stands in an area where the plan has any: the last one, until another is chosen.
    const outline = given.parentId === null ? await queries.ensureQueryData(outlineQuery(planId)) : [];
    const area = outline.filter((heading) => heading.parentId === null).at(-1);
    setPlace(area === undefined || kind === 'area' ? given : { parentId: area.id, afterId: undefined });
    setOpen(true);
  };
  return (
    <>
      <ActButton
        act="plan.edit"
        variant="default"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => void open()}
      >
        {t('Thêm')}
      </ActButton>
      <Dialog title={t('Thêm vào kế hoạch')} isOpen={isOpen} onClose={() => setOpen(false)} size="xl">
        <WordsForm
          kind={kind}
          initial={NO_WORDS}
          year={year}
          isPending={create.isPending}
          error={create.error}
          submitWords={t('Thêm')}
          onSubmit={(words) => create.mutate(words)}
          onCancel={() => setOpen(false)}
        >
          <SegmentedControl
            aria-label={t('Thêm gì')}
            value={kind}
            onChange={(value) => {
              setKind(value as RowKind);
              if (value === 'area') setPlace({ parentId: null, afterId: undefined });
            }}
            data={[
              { value: 'task', label: t('Nhiệm vụ') },
              { value: 'heading', label: t('Mục') },
              { value: 'area', label: t('Lĩnh vực') },
            ]}
          />
          <PlaceFields planId={planId} place={place} isArea={kind === 'area'} onPlace={setPlace} />
        </WordsForm>
      </Dialog>
    </>
  );
}
