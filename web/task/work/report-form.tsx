import { Button, Checkbox, Group, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { DueRow } from '#contract/task/work.ts';
import { judgeReport } from '#domain/task/work/judge-report.ts';
import { explainFailure } from '../../api.ts';
import { EvidenceSlot } from '../../evidence-slot.tsx';
import { t } from '../../i18n/translate.ts';
import { useSession } from '../../session.tsx';
import { DayField } from '../../ui/day-field.tsx';
import { Failure } from '../../ui/state.tsx';
import type { Outcome } from '../offline/held-outbox.ts';
import type { WorkInput } from '../offline/send-work.ts';
import { useWrite } from '../offline/use-write.ts';
import { BlockerFields } from './blocker-fields.tsx';
import { emptyReport, isReady, type ReportDraft, reportOf } from './report-draft.ts';
import { partQuery } from './work-queries.ts';
import { formatFlag, formatFlagRemedy } from './work-words.ts';

interface ReportFormProps {
  readonly item: DueRow;
  readonly onDone: (outcome: Outcome) => void;
  readonly onCancel: () => void;
}

/** Progress in one minute: what was done, how far it is, what stands in the way, the proof. */
export function ReportForm({ item, onDone, onCancel }: ReportFormProps) {
  const { today } = useSession();
  const [draft, setDraft] = useState(() => emptyReport(item, today));
  const [refused, setRefused] = useState<readonly string[]>([]);
  const write = useWrite(item, (outcome) => {
    if (outcome.kind === 'refused') setRefused(outcome.sentences);
    else onDone(outcome);
  });
  const words = useRef<HTMLTextAreaElement>(null);
  // The form was just asked for by a button elsewhere.
  useEffect(() => words.current?.focus(), []);
  const change = (changes: Partial<ReportDraft>) => setDraft((held) => ({ ...held, ...changes }));
  const send = (input: WorkInput) => {
    setRefused([]);
    write.mutate(input);
  };
  const failures = write.error === null ? refused : explainFailure(write.error);
  const submitWords = item.role === 'lead' ? t('Nộp kết quả để duyệt') : t('Xác nhận đã xong phần mình');
  return (
    <form
      className="report-form"
      aria-label={t('Báo cáo: {work}', { work: `${item.code} ${item.label}` })}
      onSubmit={(event) => {
        event.preventDefault();
        send({ deed: 'report', ...reportOf(draft) });
      }}
    >
      <Stack gap="sm">
        <Textarea
          label={t('Đã làm được gì')}
          placeholder={t('Việc gì, với ai, ngày nào, kết quả ra sao, còn lại gì')}
          value={draft.text}
          onChange={(event) => change({ text: event.currentTarget.value })}
          autosize
          minRows={2}
          ref={words}
          required
        />
        <ReportDoubts item={item} draft={draft} />
        <ProgressFields item={item} draft={draft} onChange={change} />
        <div className="form-line">
          <DayField
            label={t('Số liệu đến ngày')}
            value={draft.occurredOn}
            onChoose={(day) => change({ occurredOn: day ?? today })}
          />
          <DayField
            label={t('Báo tiếp ngày (không bắt buộc)')}
            value={draft.nextOn}
            onChoose={(nextOn) => change({ nextOn })}
          />
        </div>
        <BlockerFields draft={draft} onChange={change} />
        <EvidenceSlot assignmentId={item.assignmentId} dueItemId={item.id} />
        {failures.length === 0 ? null : <Failure title={t('Chưa gửi được')} sentences={failures} />}
        <Group gap="xs">
          <Button type="submit" disabled={!isReady(draft)} loading={write.isPending}>
            {t('Gửi báo cáo')}
          </Button>
          <Button
            variant="default"
            disabled={draft.text.trim() === '' || write.isPending}
            onClick={() => send({ deed: 'submit', text: draft.text.trim() })}
          >
            {submitWords}
          </Button>
          <Button variant="subtle" onClick={onCancel}>
            {t('Thôi')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** What a reader would doubt, said before it is sent; it refuses nothing. */
function ReportDoubts({ item, draft }: { readonly item: DueRow; readonly draft: ReportDraft }) {
  if (draft.text.trim() === '') return null;
  const { text, amount, occurredOn } = reportOf(draft);
  const earlier =
    item.lastText === null
      ? []
      : [
          {
            text: item.lastText,
            occurredOn: item.lastReportOn ?? occurredOn,
            ...(item.amount === null ? {} : { amount: item.amount }),
          },
        ];
  const flags = judgeReport({ text, occurredOn, ...(amount === undefined ? {} : { amount }) }, earlier, {
    dueOn: item.dueOn,
    promisedOn: item.nextOn,
  });
  return flags.length === 0 ? null : (
    <div className="doubts" role="status">
      {flags.map((flag) => (
        <div key={flag}>
          <strong>{formatFlag(flag)}.</strong> {formatFlagRemedy(flag)}
        </div>
      ))}
    </div>
  );
}

/** A percentage only where something is counted; else the step reached. */
function ProgressFields({
  item,
  draft,
  onChange,
}: {
  readonly item: DueRow;
  readonly draft: ReportDraft;
  readonly onChange: (changes: Partial<ReportDraft>) => void;
}) {
  const { data: part } = useQuery(partQuery(item.assignmentId));
  const steps = [...new Set([...(part?.steps ?? []), ...(item.step === null ? [] : [item.step])])];
  return (
    <div className="form-line">
      <Checkbox
        label={t('Đếm được bằng số')}
        checked={draft.isCounted}
        onChange={(event) => onChange({ isCounted: event.currentTarget.checked })}
      />
      {draft.isCounted ? (
        <>
          <TextInput
            label={t('Đã xong')}
            inputMode="decimal"
            value={draft.done}
            onChange={(event) => onChange({ done: event.currentTarget.value })}
          />
          <TextInput
            label={t('Trên tổng số')}
            inputMode="decimal"
            value={draft.whole}
            onChange={(event) => onChange({ whole: event.currentTarget.value })}
          />
          <TextInput
            label={t('Đếm gì')}
            placeholder={t('xã, thủ tục, lớp')}
            value={draft.unit}
            onChange={(event) => onChange({ unit: event.currentTarget.value })}
          />
        </>
      ) : (
        <Select
          label={t('Đang ở bước')}
          placeholder={t('Chọn bước')}
          data={steps}
          value={draft.step ?? null}
          onChange={(step) => onChange({ step: step ?? undefined })}
          clearable
        />
      )}
    </div>
  );
}
