import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { explainFailure } from '../../api.ts';
import { t } from '../../i18n/translate.ts';
import { DayField } from '../../ui/day-field.tsx';
import { Failure } from '../../ui/state.tsx';

/** What a reform says about itself beside its events. */
export interface FrameWords {
  readonly title: string;
  readonly effectiveOn: string;
  readonly decision: {
    readonly number: string | null;
    readonly date: string | null;
    readonly title: string | null;
  };
  readonly note: string;
}

export const NO_FRAME: FrameWords = {
  title: '',
  effectiveOn: '',
  decision: { number: null, date: null, title: null },
  note: '',
};

interface ReformFrameProps {
  readonly initial: FrameWords;
  readonly submitWords: string;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly onSubmit: (frame: FrameWords) => void;
  readonly onCancel: () => void;
}

/** The title, day and decision of a reform. */
export function ReformFrame({
  initial,
  submitWords,
  isPending,
  error,
  onSubmit,
  onCancel,
}: ReformFrameProps) {
  const [frame, setFrame] = useState(initial);
  const { decision } = frame;
  const isWhole = frame.title.trim().length >= 3 && frame.effectiveOn !== '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isWhole) onSubmit({ ...frame, decision: { ...decision, title: decision.title?.trim() || null } });
  };
  const setDecision = (changes: Partial<FrameWords['decision']>) =>
    setFrame({ ...frame, decision: { ...decision, ...changes } });
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <TextInput
          label={t('Tên phương án')}
          placeholder={t('Sắp xếp đơn vị hành chính cấp xã năm 2025')}
          required
          value={frame.title}
          onChange={(event) => setFrame({ ...frame, title: event.currentTarget.value })}
        />
        <div className="words-grid-even">
          <DayField
            label={t('Ngày hiệu lực')}
            value={frame.effectiveOn === '' ? undefined : frame.effectiveOn}
            onChoose={(day) => setFrame({ ...frame, effectiveOn: day ?? '' })}
          />
          <TextInput
            label={t('Số văn bản')}
            placeholder="1672/NQ-UBTVQH15"
            value={decision.number ?? ''}
            onChange={(event) => setDecision({ number: event.currentTarget.value.trim() || null })}
          />
          <DayField
            label={t('Ngày văn bản')}
            value={decision.date ?? undefined}
            onChoose={(day) => setDecision({ date: day ?? null })}
          />
        </div>
        <TextInput
          label={t('Trích yếu văn bản')}
          value={decision.title ?? ''}
          onChange={(event) => setDecision({ title: event.currentTarget.value || null })}
        />
        <Textarea
          label={t('Ghi chú')}
          autosize
          minRows={2}
          maxRows={6}
          value={frame.note}
          onChange={(event) => setFrame({ ...frame, note: event.currentTarget.value })}
        />
        {error === null ? null : <Failure title={t('Không lưu được')} sentences={explainFailure(error)} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onCancel}>
            {t('Thôi')}
          </Button>
          <Button type="submit" loading={isPending} disabled={!isWhole}>
            {submitWords}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
