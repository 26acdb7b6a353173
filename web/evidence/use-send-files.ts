import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { EvidenceItem } from '#contract/evidence.ts';
import { refusalSentence } from '#domain/kernel/refusal.ts';
import { findKeepFault } from '#domain/task/outbox/decide-keep-file.ts';
import { explainFailure } from '../api.ts';
import { t } from '../i18n/translate.ts';
import { keepFile } from '../kept.ts';
import { isLineUp, isNoLine } from '../line.ts';
import { useSignedIn } from '../session.tsx';
import { useOutbox } from '../task/offline/outbox-context.tsx';
import { type FileToSend, sendFile } from './send-file.ts';
import { findUploadId, forgetUploadId } from './upload-id.ts';

export interface Sending {
  readonly id: string;
  readonly name: string;
  /** From 0 to 1. */
  readonly share: number;
  /** Why it was not taken; undefined while it goes. */
  readonly failures?: readonly string[];
}

/** The files on their way from this panel: each is sent by itself, one after another, and waits in the outbox where there is no line. */
export function useSendFiles(maxBytes: number | undefined) {
  const outbox = useOutbox();
  const { personId } = useSignedIn();
  const queries = useQueryClient();
  const [sendings, setSendings] = useState<readonly Sending[]>([]);
  const stops = useRef(new Map<string, AbortController>());
  const before = useRef<Promise<void>>(Promise.resolve());

  const change = (id: string, changed: Partial<Sending>) =>
    setSendings((held) => held.map((one) => (one.id === id ? { ...one, ...changed } : one)));
  const drop = (id: string) => {
    stops.current.get(id)?.abort();
    stops.current.delete(id);
    setSendings((held) => held.filter((one) => one.id !== id));
  };

  const keep = async (toSend: FileToSend, item: EvidenceItem) => {
    const { id, file, evidenceId } = toSend;
    const fault = findKeepFault(outbox.list(), { name: file.name, bytes: file.size });
    if (fault !== undefined) return change(id, { failures: [refusalSentence(fault)] });
    await keepFile(personId, id, file);
    drop(id);
    // The outbox goes on under this identifier; the file chosen once more is another act.
    forgetUploadId({ personId, ...toSend });
    await outbox.write({
      id,
      subject: item.id,
      kind: 'evidence',
      payload: {
        about: { assignmentId: item.assignmentId, task: item.taskName, label: item.label },
        input: { name: file.name, dueItemId: item.id, ...(evidenceId === undefined ? {} : { evidenceId }) },
      },
      seen: 0,
      writtenAt: new Date().toISOString(),
      bytes: file.size,
    });
  };

  const send = async (toSend: FileToSend, item: EvidenceItem) => {
    const { id } = toSend;
    const signal = stops.current.get(id)?.signal;
    // Stopped before its turn came.
    if (signal === undefined) return;
    const isStopped = () => signal.aborted;
    try {
      if (!isLineUp()) return await keep(toSend, item);
      await sendFile(toSend, (share) => change(id, { share }), signal);
      drop(id);
      forgetUploadId({ personId, ...toSend });
      await queries.invalidateQueries({ queryKey: ['evidence'] });
      await queries.invalidateQueries({ queryKey: ['work'] });
    } catch (error) {
      if (isStopped()) return;
      if (isNoLine(error))
        return await keep(toSend, item).catch(() => change(id, { failures: explainFailure(error) }));
      change(id, { failures: explainFailure(error) });
    }
  };

  const add = (files: readonly File[], item: EvidenceItem, evidenceId?: string) => {
    for (const file of files) {
      const id = findUploadId({ personId, dueItemId: item.id, evidenceId, file });
      // The same file chosen twice goes once.
      if (stops.current.has(id)) continue;
      const isLarge = maxBytes !== undefined && file.size > maxBytes;
      stops.current.set(id, new AbortController());
      setSendings((held) => [
        ...held,
        {
          id,
          name: file.name,
          share: 0,
          // Told before a slow line carries what is not taken.
          ...(isLarge
            ? {
                failures: [
                  t('Lớn hơn {mb} MB. Hãy giảm cỡ ảnh hoặc tách tệp.', { mb: maxBytes / 1024 / 1024 }),
                ],
              }
            : {}),
        },
      ]);
      if (isLarge) continue;
      const toSend = { id, file, dueItemId: item.id, ...(evidenceId === undefined ? {} : { evidenceId }) };
      before.current = before.current.then(() => send(toSend, item));
    }
  };

  return { sendings, add, drop };
}
