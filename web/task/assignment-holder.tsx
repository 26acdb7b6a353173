import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Assignment } from '#contract/task.ts';
import { PersonChoice } from '../access/person-choice.tsx';
import { api } from '../api.ts';
import { t } from '../i18n/translate.ts';
import { useAccess } from '../session.tsx';
import { ActForm } from '../ui/act-form.tsx';
import { Dialog } from '../ui/dialog.tsx';

/** Who in the agency does its part, and a way for its head to name them. */
export function AssignmentHolder({ part }: { readonly part: Assignment }) {
  const [isOpen, setOpen] = useState(false);
  const { allowed } = useAccess('assignment.hold', { agencyIds: [part.agencyId] });
  const close = () => setOpen(false);
  const words =
    part.holder === null
      ? undefined
      : t('{name} thực hiện', { name: part.holder.name ?? t('một người của cơ quan') });
  return (
    <>
      {words === undefined ? null : <span className="small dim"> – {words}</span>}
      {allowed ? (
        <>
          {' '}
          <Button
            variant="subtle"
            size="compact-xs"
            onClick={() => setOpen(true)}
            aria-label={
              part.holder === null
                ? t('Giao người: {agency}', { agency: part.agencyName })
                : t('Giao lại: {agency}', { agency: part.agencyName })
            }
          >
            {part.holder === null ? t('Giao người') : t('Giao lại')}
          </Button>
          <Dialog
            title={t('Ai thực hiện phần việc của {agency}', { agency: part.agencyName })}
            isOpen={isOpen}
            onClose={close}
          >
            <HolderForm part={part} onDone={close} />
          </Dialog>
        </>
      ) : null}
    </>
  );
}

function HolderForm({ part, onDone }: { readonly part: Assignment; readonly onDone: () => void }) {
  const queries = useQueryClient();
  const [personId, setPerson] = useState<string | undefined>(part.holder?.personId);
  const hold = useMutation({
    mutationFn: () => api.task.hold({ assignmentId: part.id, personId: personId ?? null }),
    onSuccess: async () => {
      await queries.invalidateQueries();
      onDone();
    },
  });
  return (
    <ActForm words={t('Lưu')} act={hold} onSubmit={() => hold.mutate()} onCancel={onDone}>
      <PersonChoice
        label={t('Người thực hiện (bỏ trống nếu thôi giao)')}
        placeholder={t('Gõ tên')}
        value={personId}
        agencyId={part.agencyId}
        exceptId=""
        onChoose={setPerson}
      />
    </ActForm>
  );
}
