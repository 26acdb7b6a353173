import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { getHotkeyHandler, useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { RowKind } from '#contract/plan.ts';
import type {
  AgencyCell,
  DeadlineCell,
  Proposal,
  RowWords,
  TaskField,
  WordsReading,
} from '#contract/reading.ts';
import { api, explainFailure } from '../api.ts';
import { t } from '../i18n/translate.ts';
import { Failure } from '../ui/state.tsx';
import { AgencyChips } from './agency-chips.tsx';
import { formatDeadline } from './deadline-words.ts';
import { formatField } from './field-words.ts';
import { TargetChips } from './target-chips.tsx';

/** The fields as typed: lists one a line. */
export type TypedWords = Readonly<Record<TaskField, string>>;

interface WordedRow {
  readonly kind: RowKind;
  readonly code: string;
  readonly name: string;
  readonly deadline: DeadlineCell;
  readonly leads: readonly AgencyCell[];
  readonly coordinators: readonly AgencyCell[];
  readonly deliverables: readonly string[];
  readonly inherited: readonly TaskField[];
}

/** What is inherited is not the row's own words: its fields begin empty. */
export function wordsOf(row: WordedRow): TypedWords {
  const own = (field: TaskField, words: string) => (row.inherited.includes(field) ? '' : words);
  const lines = (cells: readonly AgencyCell[]) => cells.map(({ text }) => text).join('\n');
  return {
    code: row.code,
    name: row.name,
    deadline: own('deadline', row.deadline.text),
    leads: own('leads', lines(row.leads)),
    coordinators: own('coordinators', lines(row.coordinators)),
    deliverables: row.deliverables.join('\n'),
  };
}

export const NO_WORDS: TypedWords = {
  code: '',
  name: '',
  deadline: '',
  leads: '',
  coordinators: '',
  deliverables: '',
};

/** The words with a slip set right. */
export function acceptProposal(words: TypedWords, { field, found, meant }: Proposal): TypedWords {
  return { ...words, [field]: words[field].normalize('NFC').replaceAll(found, meant) };
}

/** The fields that differ, in the shape of the contract. */
function changedWords(before: TypedWords, after: TypedWords): RowWords {
  const isOther = (field: TaskField) => before[field] !== after[field];
  const lines = (words: string) => words.split('\n').filter((line) => line.trim() !== '');
  return {
    ...(isOther('code') ? { code: after.code } : {}),
    ...(isOther('name') ? { name: after.name } : {}),
    ...(isOther('deadline') ? { deadline: after.deadline } : {}),
    ...(isOther('leads') ? { leads: lines(after.leads) } : {}),
    ...(isOther('coordinators') ? { coordinators: lines(after.coordinators) } : {}),
    ...(isOther('deliverables') ? { deliverables: lines(after.deliverables) } : {}),
  };
}

interface WordsFormProps {
  readonly kind: RowKind;
  readonly initial: TypedWords;
  /** What the fields begin with, where something is proposed. */
  readonly proposed?: TypedWords | undefined;
  /** Fields that are empty because the heading above gives them. */
  readonly inherited?: readonly TaskField[];
  /** Year meant by deadlines that name none. */
  readonly year: number | undefined;
  readonly focus?: TaskField | undefined;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly submitWords: string;
  readonly onSubmit: (words: RowWords) => void;
  readonly onCancel: () => void;
  readonly children?: ReactNode;
}

/** The words of a row, each with how it is read while it is typed. */
export function WordsForm(props: WordsFormProps) {
  const { kind, initial, inherited = [], year, focus, isPending, error } = props;
  const [typed, setTyped] = useState(props.proposed ?? initial);
  const reading = useReading(typed, year);
  const submit = () => props.onSubmit(changedWords(initial, typed));
  const bind = (field: TaskField) => ({
    label: formatField(field),
    value: typed[field],
    onChange: (event: { currentTarget: { value: string } }) =>
      setTyped({ ...typed, [field]: event.currentTarget.value }),
    onKeyDown: getHotkeyHandler([['mod+Enter', submit]]),
    'data-autofocus': (focus ?? 'name') === field || undefined,
    placeholder: inherited.includes(field) ? t('(theo mục trên)') : undefined,
  });
  const lines = { autosize: true, minRows: 1, maxRows: 8 } as const;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack gap="sm">
        {props.children}
        <div className="words-grid">
          <TextInput
            {...bind('code')}
            maxLength={50}
            {...(initial.code === '' ? { placeholder: t('số tiếp theo') } : {})}
          />
          <Textarea {...bind('name')} {...lines} maxLength={4000} required />
        </div>
        <Read by={<DeadlineReading reading={reading} words={typed.deadline} />}>
          <TextInput {...bind('deadline')} maxLength={1000} />
        </Read>
        <Read by={<AgencyReading cells={reading?.leads} words={typed.leads} />}>
          <Textarea {...bind('leads')} {...lines} description={t('Mỗi cơ quan chủ trì một dòng')} />
        </Read>
        <Read by={<AgencyReading cells={reading?.coordinators} words={typed.coordinators} />}>
          <Textarea {...bind('coordinators')} {...lines} />
        </Read>
        {kind === 'task' ? (
          <Read by={<TargetChips targets={reading?.targets ?? []} />}>
            <Textarea {...bind('deliverables')} {...lines} description={t('Mỗi sản phẩm một dòng')} />
          </Read>
        ) : null}
        {error === null || error === undefined ? null : (
          <Failure title={t('Không lưu được')} sentences={explainFailure(error)} />
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={props.onCancel}>
            {t('Thôi')}
          </Button>
          <Button type="submit" loading={isPending} title="Ctrl+Enter">
            {props.submitWords}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function useReading(typed: TypedWords, year: number | undefined): WordsReading | undefined {
  const [settled] = useDebouncedValue(typed, 250);
  const words = {
    deadline: settled.deadline,
    leads: settled.leads.split('\n').slice(0, 20),
    coordinators: settled.coordinators.split('\n').slice(0, 20),
    deliverables: settled.deliverables.split('\n').slice(0, 50),
  };
  return useQuery({
    queryKey: ['reading', words, year],
    queryFn: () => api.plan.readWords({ words, ...(year === undefined ? {} : { year }) }),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  }).data;
}

function Read({ by, children }: { readonly by: ReactNode; readonly children: ReactNode }) {
  return (
    <div className="words-read">
      {children}
      <div className="words-reading" aria-live="polite">
        {by}
      </div>
    </div>
  );
}

function DeadlineReading({
  reading,
  words,
}: {
  readonly reading: WordsReading | undefined;
  readonly words: string;
}) {
  if (words.trim() === '' || reading?.deadline === undefined) return null;
  const isUnread = reading.deadline.kind === 'none' || reading.deadline.kind === 'fragment';
  return <span className={isUnread ? 'doubt-reason' : 'dim'}>{formatDeadline(reading.deadline)}</span>;
}

function AgencyReading({
  cells,
  words,
}: {
  readonly cells: readonly AgencyCell[] | undefined;
  readonly words: string;
}) {
  return words.trim() === '' || cells === undefined ? null : <AgencyChips cells={cells} />;
}
