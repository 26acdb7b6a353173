import { Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api.ts';
import { t } from '../i18n/translate.ts';
import { ActForm } from '../ui/act-form.tsx';

/** Takes a document back from what it was shown for, with the reason. */
export function WithdrawForm({ claimId, onDone }: { readonly claimId: string; readonly onDone: () => void }) {
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const withdraw = useMutation({
    mutationFn: () => api.evidence.withdraw({ claimId, reason: reason.trim() }),
    onSuccess: async () => {
      await queries.invalidateQueries();
      onDone();
    },
  });
  return (
    <ActForm
      words={t('Rút tài liệu')}
      act={withdraw}
      isReady={reason.trim() !== ''}
      isDangerous
      onSubmit={() => withdraw.mutate()}
      onCancel={onDone}
    >
      <p className="dim">
        {t('Tệp và các bản của nó vẫn được giữ, chỉ không còn là tài liệu của việc này.')}
      </p>
      <Textarea
        label={t('Lý do')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        autosize
        minRows={2}
        required
      />
    </ActForm>
  );
}
