import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { DueRow } from '#contract/task/work.ts';
import { newId } from '../../new-id.ts';
import type { About, Outcome } from './held-outbox.ts';
import { useOutbox, useWaiting } from './outbox-context.tsx';
import type { WorkInput } from './send-work.ts';

export function aboutItem({
  assignmentId,
  code,
  name,
  label,
}: Pick<DueRow, 'assignmentId' | 'code' | 'name' | 'label'>): About {
  return { assignmentId, task: `${code}. ${name}`, label };
}

/**
 * Writes acts on one due item: into the outbox first, so that nothing written is lost, then to the server. What the
 * server refuses at once goes back to the form that holds the words.
 */
export function useWrite(item: DueRow, onOutcome: (outcome: Outcome) => void) {
  const outbox = useOutbox();
  // What stood there when the form was opened: news that come in behind it are not what its author answers.
  const [seen] = useState(item.seq);
  return useMutation({
    mutationFn: async (input: WorkInput) => {
      const id = newId();
      const outcome = await outbox.write({
        id,
        subject: item.id,
        kind: 'work',
        payload: { about: aboutItem(item), input },
        seen,
        writtenAt: new Date().toISOString(),
      });
      if (outcome.kind === 'refused') await outbox.drop(id);
      return outcome;
    },
    onSuccess: onOutcome,
  });
}

/** What waits to be sent of one due item. */
export function useWaitingOf(dueItemId: string) {
  return useWaiting().filter(({ subject }) => subject === dueItemId);
}
