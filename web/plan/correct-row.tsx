import { Button, Group } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ImportRow, PlanImport } from '#contract/plan.ts';
import type { Proposal, RowWords, TaskField } from '#contract/reading.ts';
import { yearOf } from '#domain/plan/document/plan-year.ts';
import { api } from '../api.ts';
import { t } from '../i18n/translate.ts';
import { Dialog } from '../ui/dialog.tsx';
import { importQuery } from './plan-queries.ts';
import { acceptProposal, WordsForm, wordsOf } from './words-form.tsx';

interface CorrectRowProps {
  readonly held: PlanImport;
  readonly row: ImportRow | undefined;
  readonly field: TaskField | undefined;
  readonly proposal: Proposal | undefined;
  readonly onClose: () => void;
}

/** Sets the words of one row of a draft right; the source stays as it is. */
export function CorrectRow({ held, row, field, proposal, onClose }: CorrectRowProps) {
  const queries = useQueryClient();
  const correct = useMutation({
    mutationFn: (words: RowWords | null) =>
      api.plan.import.correct({ importId: held.id, rowKey: row?.key ?? '', words }),
    onSuccess: ({ rows }) => {
      const { queryKey } = importQuery(held.id);
      const changed = new Map(rows.map((one) => [one.key, one]));
      queries.setQueryData(queryKey, (known: PlanImport | undefined) =>
        known === undefined
          ? known
          : { ...known, rows: known.rows.map((one) => changed.get(one.key) ?? one) },
      );
      onClose();
      // What follows from the words (findings, the difference) is worked out again behind the scene.
      return queries.invalidateQueries({ queryKey });
    },
  });
  const close = () => {
    correct.reset();
    onClose();
  };
  return (
    <Dialog
      title={row === undefined ? '' : t('Sửa {code}', { code: row.code })}
      isOpen={row !== undefined}
      onClose={close}
      size="xl"
    >
      {row === undefined ? null : (
        <WordsForm
          kind={row.kind}
          initial={wordsOf(row)}
          proposed={proposal === undefined ? undefined : acceptProposal(wordsOf(row), proposal)}
          inherited={row.inherited}
          year={yearOf(held.plan)}
          focus={field}
          isPending={correct.isPending}
          error={correct.error}
          submitWords={t('Lưu')}
          onSubmit={(words) => correct.mutate(words)}
          onCancel={close}
        >
          {row.corrected.length === 0 ? null : (
            <Group justify="space-between" gap="xs">
              <span className="dim">{t('Dòng này đã sửa bằng tay.')}</span>
              <Button
                size="compact-sm"
                variant="default"
                loading={correct.isPending}
                onClick={() => correct.mutate(null)}
              >
                {t('Trở lại như máy đọc')}
              </Button>
            </Group>
          )}
        </WordsForm>
      )}
    </Dialog>
  );
}
