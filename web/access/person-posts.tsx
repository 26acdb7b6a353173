import { Button, Group, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { PersonDetail, Post } from '#contract/access.ts';
import { ActButton } from '../act-button.tsx';
import { api } from '../api.ts';
import { t } from '../i18n/translate.ts';
import { useAccess, useSession } from '../session.tsx';
import { ActForm } from '../ui/act-form.tsx';
import { Chip } from '../ui/chip.tsx';
import { DayField } from '../ui/day-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { HandOver } from './hand-over.tsx';
import { formatSpell } from './people-words.ts';
import { completePost, emptyPost, PostFields } from './post-fields.tsx';
import { formatAccessRole } from './role-words.ts';

/** Posts of every time, newest first, and what can be done to those that run. */
export function PersonPosts({ person }: { readonly person: PersonDetail }) {
  const { today } = useSession();
  return (
    <section aria-labelledby="chuc-vu">
      <Group justify="space-between" mb="xs">
        <h2 id="chuc-vu" className="section-title">
          {t('Chức vụ')}
        </h2>
        <GivePost person={person} />
      </Group>
      {person.posts.length === 0 ? (
        <p className="dim">{t('Chưa giữ chức vụ nào.')}</p>
      ) : (
        <table className="rows">
          <thead>
            <tr>
              <th scope="col">{t('Chức vụ')}</th>
              <th scope="col">{t('Cơ quan')}</th>
              <th scope="col">{t('Vai trò')}</th>
              <th scope="col">{t('Thời gian')}</th>
              <th scope="col">
                <span className="visually-hidden">{t('Thao tác')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {person.posts.map((post) => (
              <tr key={post.id}>
                <td>{post.title}</td>
                <td data-label={t('Cơ quan')}>{post.agencyName}</td>
                <td data-label={t('Vai trò')}>{formatAccessRole(post.role)}</td>
                <td data-label={t('Thời gian')}>
                  <Spell post={post} today={today} />
                </td>
                <td>
                  {post.validTo !== null && post.validTo < today ? null : (
                    <Group gap="xs" justify="flex-end">
                      <HandOver person={person} post={post} />
                      <EndPost post={post} />
                    </Group>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Spell({ post, today }: { readonly post: Post; readonly today: string }) {
  if (post.validTo !== null && post.validTo < post.validFrom)
    return <Chip>{t('đã rút lại trước khi bắt đầu')}</Chip>;
  return (
    <>
      {formatSpell(post)} {post.validFrom > today ? <Chip tone="accent">{t('sắp tới')}</Chip> : null}
      {post.validTo !== null && post.validTo < today ? <Chip>{t('đã kết thúc')}</Chip> : null}
    </>
  );
}

function GivePost({ person }: { readonly person: PersonDetail }) {
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <ActButton
        act="post.give"
        subject={{ personId: person.id }}
        variant="default"
        size="xs"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {t('Trao chức vụ')}
      </ActButton>
      <Dialog
        title={t('Trao chức vụ cho {name}', { name: person.name })}
        isOpen={isOpen}
        onClose={close}
        size="lg"
      >
        <GiveForm personId={person.id} onDone={close} />
      </Dialog>
    </>
  );
}

function GiveForm({ personId, onDone }: { readonly personId: string; readonly onDone: () => void }) {
  const { today } = useSession();
  const queries = useQueryClient();
  const [post, setPost] = useState(() => emptyPost(today));
  const complete = completePost(post);
  const give = useMutation({
    mutationFn: (given: NonNullable<typeof complete>) => api.post.give({ personId, ...given }),
    onSuccess: async () => {
      await queries.invalidateQueries();
      onDone();
    },
  });
  return (
    <ActForm
      words={t('Trao chức vụ')}
      act={give}
      isReady={complete !== undefined}
      onSubmit={() => {
        if (complete !== undefined) give.mutate(complete);
      }}
      onCancel={onDone}
    >
      <PostFields post={post} onPost={setPost} />
    </ActForm>
  );
}

function EndPost({ post }: { readonly post: Post }) {
  const [isOpen, setOpen] = useState(false);
  const { allowed } = useAccess('post.end');
  const close = () => setOpen(false);
  // Handing over ends a post too, and is there for everybody whose post it may be.
  if (!allowed) return null;
  return (
    <>
      <Button
        variant="subtle"
        size="xs"
        onClick={() => setOpen(true)}
        aria-label={t('Kết thúc chức vụ {title}', { title: post.title })}
      >
        {t('Kết thúc')}
      </Button>
      <Dialog title={t('Kết thúc chức vụ {title}', { title: post.title })} isOpen={isOpen} onClose={close}>
        <EndForm post={post} onDone={close} />
      </Dialog>
    </>
  );
}

function EndForm({ post, onDone }: { readonly post: Post; readonly onDone: () => void }) {
  const { today } = useSession();
  const queries = useQueryClient();
  const [endsOn, setEndsOn] = useState<string | undefined>(today);
  const [reason, setReason] = useState('');
  const end = useMutation({
    mutationFn: (day: string) => api.post.end({ postId: post.id, endsOn: day, reason }),
    onSuccess: async () => {
      await queries.invalidateQueries();
      onDone();
    },
  });
  return (
    <ActForm
      words={t('Kết thúc')}
      act={end}
      isReady={endsOn !== undefined}
      isDangerous
      onSubmit={() => {
        if (endsOn !== undefined) end.mutate(endsOn);
      }}
      onCancel={onDone}
    >
      <p className="dim">{t('Việc đang làm ở lại với người này. Muốn chuyển việc, hãy dùng "Bàn giao".')}</p>
      <DayField label={t('Ngày cuối giữ chức vụ')} value={endsOn} onChoose={setEndsOn} />
      <TextInput
        label={t('Lý do')}
        maxLength={1_000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ActForm>
  );
}
