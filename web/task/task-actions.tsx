import { ActionIcon, Button, Group, Menu, Stack, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconArrowsMove, IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Proposal, RowWords } from '#contract/reading.ts';
import type { TaskDetail } from '#contract/task.ts';
import { ActButton } from '../act-button.tsx';
import { api, explainFailure } from '../api.ts';
import { t } from '../i18n/translate.ts';
import { paths } from '../paths.ts';
import { CreateTask } from '../plan/create-task.tsx';
import { PlaceFields, type RowPlace, resolvePlace } from '../plan/place-fields.tsx';
import { acceptProposal, WordsForm, wordsOf } from '../plan/words-form.tsx';
import { useAccess } from '../session.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Failure } from '../ui/state.tsx';

type Act = 'edit' | 'move' | 'remove';

/** What can be done to a row of a plan: reword, add beside or below it, move, remove. */
export function TaskActions({ task }: { readonly task: TaskDetail }) {
  const [act, setAct] = useState<Act>();
  const [proposal, setProposal] = useState<Proposal>();
  const edit = (accepted?: Proposal) => {
    setProposal(accepted);
    setAct('edit');
  };
  const mayEdit = useAccess('plan.edit').allowed;
  useHotkeys(mayEdit ? [['E', () => edit()]] : []);
  const { row } = task;
  const close = () => setAct(undefined);
  return (
    <>
      <ActButton
        act="plan.edit"
        variant="default"
        leftSection={<IconPencil size={16} aria-hidden />}
        onClick={() => edit()}
        title={t('Phím E')}
      >
        {t('Sửa')}
      </ActButton>
      <CreateTask
        key={row.id}
        planId={task.planId}
        revision={task.revision}
        year={task.year ?? undefined}
        place={
          row.kind === 'task'
            ? { parentId: row.parentId, afterId: row.id }
            : { parentId: row.id, afterId: undefined }
        }
      />
      {mayEdit ? (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="default" size="lg" aria-label={t('Thao tác khác')}>
              <IconDots size={18} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {task.proposals.map((one) => (
              <Menu.Item
                key={`${one.field} ${one.found}`}
                leftSection={<IconPencil size={16} aria-hidden />}
                onClick={() => edit(one)}
              >
                {t('Sửa “{found}” thành “{meant}”', { found: one.found, meant: one.meant })}
              </Menu.Item>
            ))}
            <Menu.Item leftSection={<IconArrowsMove size={16} aria-hidden />} onClick={() => setAct('move')}>
              {t('Chuyển đến chỗ khác')}
            </Menu.Item>
            <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} onClick={() => setAct('remove')}>
              {t('Bỏ khỏi kế hoạch')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      ) : null}
      <Dialog title={t('Sửa {code}', { code: row.code })} isOpen={act === 'edit'} onClose={close} size="xl">
        <EditForm task={task} proposal={proposal} onDone={close} />
      </Dialog>
      <Dialog title={t('Chuyển {code}', { code: row.code })} isOpen={act === 'move'} onClose={close}>
        <MoveForm task={task} onDone={close} />
      </Dialog>
      <Dialog
        title={t('Bỏ {code} khỏi kế hoạch?', { code: row.code })}
        isOpen={act === 'remove'}
        onClose={close}
      >
        <RemoveForm task={task} onDone={close} />
      </Dialog>
    </>
  );
}

interface FormProps {
  readonly task: TaskDetail;
  readonly onDone: () => void;
}

function EditForm({ task, proposal, onDone }: FormProps & { readonly proposal: Proposal | undefined }) {
  const queries = useQueryClient();
  const edit = useMutation({
    mutationFn: (words: RowWords) => api.task.update({ taskId: task.row.id, revision: task.revision, words }),
    onSuccess: async () => {
      await queries.invalidateQueries();
      onDone();
    },
  });
  return (
    <WordsForm
      kind={task.row.kind}
      initial={wordsOf(task.row)}
      proposed={proposal === undefined ? undefined : acceptProposal(wordsOf(task.row), proposal)}
      inherited={task.row.inherited}
      year={task.year ?? undefined}
      isPending={edit.isPending}
      error={edit.error}
      submitWords={t('Lưu')}
      onSubmit={(words) => edit.mutate(words)}
      onCancel={onDone}
    />
  );
}

function MoveForm({ task, onDone }: FormProps) {
  const { planId, revision, row } = task;
  const [place, setPlace] = useState<RowPlace>({ parentId: row.parentId, afterId: undefined });
  const queries = useQueryClient();
  const move = useMutation({
    mutationFn: async () =>
      api.task.move({ taskId: row.id, revision, ...(await resolvePlace(planId, place, row.id)) }),
    onSuccess: async () => {
      await queries.invalidateQueries();
      onDone();
    },
  });
  return (
    <Stack gap="sm">
      <PlaceFields
        planId={planId}
        place={place}
        exceptId={row.id}
        isArea={row.kind === 'area'}
        onPlace={setPlace}
      />
      <Text size="sm" c="dimmed">
        {t('Sang mục khác, nhiệm vụ nhận số tiếp theo ở đó; trong cùng mục, số giữ nguyên.')}
      </Text>
      <Outcome error={move.error} />
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onDone}>
          {t('Thôi')}
        </Button>
        <Button loading={move.isPending} onClick={() => move.mutate()}>
          {t('Chuyển')}
        </Button>
      </Group>
    </Stack>
  );
}

function RemoveForm({ task, onDone }: FormProps) {
  const { planId, revision, row } = task;
  const queries = useQueryClient();
  const navigate = useNavigate();
  const remove = useMutation({
    mutationFn: () => api.task.remove({ taskId: row.id, revision }),
    onSuccess: async () => {
      await navigate({ to: paths.plan(planId) });
      queries.removeQueries({ queryKey: ['task', row.id] });
      await queries.invalidateQueries();
    },
  });
  return (
    <Stack gap="sm">
      <Text size="sm">{row.name}</Text>
      <Text size="sm" c="dimmed">
        {t('Các phần việc của nó cũng được bỏ. Hoàn tác được ở trang Lịch sử.')}
      </Text>
      <Outcome error={remove.error} />
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onDone}>
          {t('Giữ lại')}
        </Button>
        <Button color="red" loading={remove.isPending} onClick={() => remove.mutate()}>
          {t('Bỏ khỏi kế hoạch')}
        </Button>
      </Group>
    </Stack>
  );
}

function Outcome({ error }: { readonly error: unknown }) {
  return error === null ? null : <Failure title={t('Không lưu được')} sentences={explainFailure(error)} />;
}
