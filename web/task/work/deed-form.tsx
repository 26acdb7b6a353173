import { Button, Group, Stack, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { DueRow } from '#contract/task/work.ts';
import { explainFailure } from '../../api.ts';
import { t } from '../../i18n/translate.ts';
import { DayField } from '../../ui/day-field.tsx';
import { Failure } from '../../ui/state.tsx';
import type { Outcome } from '../offline/held-outbox.ts';
import type { WorkInput } from '../offline/send-work.ts';
import { useWrite } from '../offline/use-write.ts';

/** What a deed asks of the person besides the button. */
export interface DeedAsks {
  /** Label of the words; left out, none are asked. */
  readonly text?: string;
  readonly isTextRequired?: boolean;
  /** Label of a day; left out, none is asked. */
  readonly day?: string;
  readonly startDay?: string | undefined;
  readonly isDayRequired?: boolean;
}

interface DeedFormProps {
  readonly item: DueRow;
  readonly words: string;
  readonly asks: DeedAsks;
  readonly isDangerous?: boolean;
  readonly build: (said: { readonly text: string; readonly day: string | undefined }) => WorkInput;
  readonly onDone: (outcome: Outcome) => void;
  readonly onCancel: () => void;
  /** Above the words: a choice that fills them in. */
  readonly before?: (fill: (text: string) => void) => ReactNode;
}

/** One deed on a due item in place: its words, its day, the act and the way back. */
export function DeedForm({
  item,
  words,
  asks,
  isDangerous = false,
  build,
  onDone,
  onCancel,
  before,
}: DeedFormProps) {
  const [text, setText] = useState('');
  const [day, setDay] = useState(asks.startDay);
  const [refused, setRefused] = useState<readonly string[]>([]);
  const write = useWrite(item, (outcome) => {
    if (outcome.kind === 'refused') setRefused(outcome.sentences);
    else onDone(outcome);
  });
  const failures = write.error === null ? refused : explainFailure(write.error);
  const isMissing =
    (asks.isTextRequired === true && text.trim() === '') ||
    (asks.isDayRequired === true && day === undefined);
  return (
    <form
      className="deed-form"
      aria-label={words}
      onSubmit={(event) => {
        event.preventDefault();
        setRefused([]);
        write.mutate(build({ text: text.trim(), day }));
      }}
    >
      <Stack gap="sm">
        {before?.(setText)}
        {asks.text === undefined ? null : (
          <Textarea
            label={asks.text}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            autosize
            minRows={2}
            required={asks.isTextRequired === true}
          />
        )}
        {asks.day === undefined ? null : <DayField label={asks.day} value={day} onChoose={setDay} />}
        {failures.length === 0 ? null : <Failure title={t('Chưa gửi được')} sentences={failures} />}
        <Group gap="xs">
          <Button
            type="submit"
            disabled={isMissing}
            loading={write.isPending}
            {...(isDangerous ? { color: 'red' } : {})}
          >
            {words}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {t('Thôi')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
