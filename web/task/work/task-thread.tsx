import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Comment, Part } from '#contract/task/work.ts';
import { candidatesQuery } from '../../access/people-queries.ts';
import { explainFailure } from '../../api.ts';
import { formatInstant, formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/translate.ts';
import { newId } from '../../new-id.ts';
import { useAccess } from '../../session.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Choices } from '../../ui/choices.tsx';
import { Failure } from '../../ui/state.tsx';
import { useOutbox } from '../offline/outbox-context.tsx';
import type { CommentInput } from '../offline/send-comment.ts';
import { useWaitingOf } from '../offline/use-write.ts';
import { WaitingEntryView } from '../offline/waiting-entry.tsx';

/** What is said of the task by those who have to do with it, oldest first, and a place to say more. */
export function TaskThread({ part }: { readonly part: Part }) {
  const waiting = useWaitingOf(subjectOf(part));
  const [answered, setAnswered] = useState<Comment>();
  const may = useAccess('work.comment');
  const byId = new Map(part.comments.map((comment) => [comment.id, comment]));
  return (
    <section aria-labelledby="trao-doi">
      <h2 id="trao-doi" className="section-title">
        {t('Trao đổi về nhiệm vụ')} ({formatNumber(part.comments.length)})
      </h2>
      <ol className="plain act-list">
        {part.comments.map((comment) => (
          <li key={comment.id}>
            <CommentView comment={comment} answers={byId.get(comment.answersId ?? '')} />
            {may.allowed ? (
              <Button
                size="compact-xs"
                variant="subtle"
                className="no-print"
                aria-label={t('Trả lời {name}', { name: comment.actor })}
                onClick={() => setAnswered(comment)}
              >
                {t('Trả lời')}
              </Button>
            ) : null}
          </li>
        ))}
      </ol>
      {waiting.map((entry) => (
        <div key={entry.id} className="waiting-entry no-print">
          <WaitingEntryView entry={entry} />
        </div>
      ))}
      {may.allowed ? (
        <CommentForm
          key={answered?.id}
          part={part}
          answered={answered}
          onDone={() => setAnswered(undefined)}
        />
      ) : (
        <p className="dim no-print">{may.why}</p>
      )}
    </section>
  );
}

function subjectOf({ task }: Part): string {
  return `comment ${task.id}`;
}

function CommentView({
  comment,
  answers,
}: {
  readonly comment: Comment;
  readonly answers: Comment | undefined;
}) {
  const named = [...comment.mentionedAgencies, ...comment.mentionedPeople];
  return (
    <>
      <div>
        <strong>{comment.actor}</strong>{' '}
        <span className="dim small">
          {comment.agencyName === null ? null : `${comment.agencyName} · `}
          {formatInstant(comment.occurredAt)}
        </span>
      </div>
      {answers === undefined ? null : (
        <div className="dim small answered">
          {t('trả lời {name}:', { name: answers.actor })} {answers.words.slice(0, 120)}
        </div>
      )}
      <p className="said">{comment.words}</p>
      {named.length === 0 ? null : (
        <div className="chips">
          {named.map(({ id, name }) => (
            <Chip key={id}>@{name ?? t('một người của cơ quan')}</Chip>
          ))}
        </div>
      )}
    </>
  );
}

const AGENCY = 'agency ';
const PERSON = 'person ';

function CommentForm({
  part,
  answered,
  onDone,
}: {
  readonly part: Part;
  readonly answered: Comment | undefined;
  readonly onDone: () => void;
}) {
  const outbox = useOutbox();
  const [words, setWords] = useState('');
  const [named, setNamed] = useState<readonly string[]>([]);
  const mentions = useRef<HTMLDivElement>(null);
  const say = useMutation({
    mutationFn: async () => {
      const id = newId();
      const input: CommentInput = {
        taskId: part.task.id,
        assignmentId: part.id,
        words: words.trim(),
        ...(answered === undefined ? {} : { answersId: answered.id }),
        mentionedAgencies: listNamed(named, AGENCY),
        mentionedPeople: listNamed(named, PERSON),
      };
      const outcome = await outbox.write({
        id,
        subject: subjectOf(part),
        kind: 'comment',
        payload: {
          about: {
            assignmentId: part.id,
            task: `${part.task.code}. ${part.task.name}`,
            label: t('Trao đổi'),
          },
          input,
        },
        seen: 0,
        writtenAt: new Date().toISOString(),
      });
      if (outcome.kind === 'refused') await outbox.drop(id);
      return outcome;
    },
    onSuccess: (outcome) => {
      if (outcome.kind === 'refused') return;
      setWords('');
      setNamed([]);
      onDone();
    },
  });
  const refused = say.data?.kind === 'refused' ? say.data.sentences : [];
  const failures = say.error === null ? refused : explainFailure(say.error);
  return (
    <form
      className="deed-form no-print"
      aria-label={t('Viết trao đổi')}
      onSubmit={(event) => {
        event.preventDefault();
        say.mutate();
      }}
    >
      <Stack gap="sm">
        {answered === undefined ? null : (
          <div className="dim">
            {t('Trả lời {name}', { name: answered.actor })}{' '}
            <Button size="compact-xs" variant="subtle" onClick={onDone}>
              {t('Thôi trả lời')}
            </Button>
          </div>
        )}
        <Textarea
          label={t('Nội dung trao đổi')}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          onKeyDown={(event) => {
            const { value, selectionStart } = event.currentTarget;
            const isWordStart = selectionStart === 0 || /\s/.test(value[selectionStart - 1] ?? '');
            if (event.key !== '@' || !isWordStart) return;
            event.preventDefault();
            mentions.current?.querySelector('input')?.focus();
          }}
          autosize
          minRows={2}
        />
        <div ref={mentions}>
          <MentionChoice part={part} named={named} onName={setNamed} />
        </div>
        {failures.length === 0 ? null : <Failure title={t('Chưa gửi được')} sentences={failures} />}
        <Group gap="xs">
          <Button type="submit" disabled={words.trim() === ''} loading={say.isPending}>
            {t('Gửi trao đổi')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Agencies of the task, and people of this part whom the reader may know of. */
function MentionChoice({
  part,
  named,
  onName,
}: {
  readonly part: Part;
  readonly named: readonly string[];
  readonly onName: (named: readonly string[]) => void;
}) {
  const readsPeople = useAccess('person.read', { agencyIds: [part.agencyId] }).allowed;
  const { data } = useQuery({ ...candidatesQuery(part.agencyId), enabled: readsPeople });
  const agencies = new Map(
    [{ agencyId: part.agencyId, agencyName: part.agencyName }, ...part.others].map((one) => [
      one.agencyId,
      one.agencyName,
    ]),
  );
  const options = [
    ...[...agencies].map(([id, name]) => ({ value: `${AGENCY}${id}`, label: name })),
    ...(data?.people ?? []).map(({ id, name }) => ({ value: `${PERSON}${id}`, label: name })),
  ];
  return (
    <Choices
      label={t('Nhắc đến (gõ @ trong nội dung)')}
      placeholder={t('Cơ quan hoặc người')}
      values={named}
      options={options}
      onChoose={onName}
    />
  );
}

function listNamed(named: readonly string[], kind: string): string[] {
  return named.filter((one) => one.startsWith(kind)).map((one) => one.slice(kind.length));
}
