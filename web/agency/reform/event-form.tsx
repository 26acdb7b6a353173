import { Button, Group, Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { DraftEvent } from '#contract/agency/event.ts';
import type { Reform } from '#contract/agency/reform.ts';
import { explainFailure } from '../../api.ts';
import { formatDay } from '../../i18n/format.ts';
import { t } from '../../i18n/translate.ts';
import { Choice } from '../../ui/choice.tsx';
import { DayField } from '../../ui/day-field.tsx';
import { Failure } from '../../ui/state.tsx';
import { draftOf, eventOf, NO_EVENT } from './event-draft.ts';
import { EventFields } from './event-fields.tsx';
import { EVENT_KINDS, formatEventKind } from './reform-words.ts';
import { useAgencyOptions } from './use-agency-options.ts';

interface EventFormProps {
  readonly reform: Reform;
  readonly initial: DraftEvent | undefined;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly onSubmit: (event: DraftEvent) => void;
  readonly onCancel: () => void;
}

/** One event built on screen. */
export function EventForm({ reform, initial, isPending, error, onSubmit, onCancel }: EventFormProps) {
  const [draft, setDraft] = useState(initial === undefined ? NO_EVENT : draftOf(initial));
  const options = useAgencyOptions(reform);
  const event = eventOf(draft);
  const submit = (submitted: FormEvent) => {
    submitted.preventDefault();
    if (event !== undefined) onSubmit(event);
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <div className="words-grid-even">
          <Choice
            label={t('Loại sự kiện')}
            placeholder={t('Chọn')}
            value={draft.kind}
            options={EVENT_KINDS.map((kind) => ({ value: kind, label: formatEventKind(kind) }))}
            onChoose={(kind) =>
              setDraft({ ...draft, kind: EVENT_KINDS.find((one) => one === kind) ?? draft.kind })
            }
          />
          <DayField
            label={t('Từ ngày (trống: {day})', { day: formatDay(reform.effectiveOn) })}
            value={draft.effectiveOn ?? undefined}
            onChoose={(day) => setDraft({ ...draft, effectiveOn: day ?? null })}
          />
        </div>
        <EventFields
          draft={draft}
          options={options}
          onDraft={(changes) => setDraft({ ...draft, ...changes })}
        />
        {event === undefined ? (
          <Text size="sm" c="dimmed" role="status">
            {t('Điền đủ các ô bắt buộc rồi lưu.')}
          </Text>
        ) : null}
        {error === null ? null : <Failure title={t('Không lưu được')} sentences={explainFailure(error)} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onCancel}>
            {t('Thôi')}
          </Button>
          <Button type="submit" loading={isPending} disabled={event === undefined}>
            {t('Lưu')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
