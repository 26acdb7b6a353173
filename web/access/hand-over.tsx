import { TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Post } from '#contract/access.ts';
import { ActButton } from '../act-button.tsx';
import { api } from '../api.ts';
import { t } from '../i18n/translate.ts';
import { useSession } from '../session.tsx';
import { ActForm } from '../ui/act-form.tsx';
import { DayField } from '../ui/day-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Loaded } from '../ui/state.tsx';
import { HandoverItems } from './handover-items.tsx';
import { handoverQuery } from './people-queries.ts';
import { PersonChoice } from './person-choice.tsx';

interface HandOverProps {
  readonly person: { readonly id: string; readonly name: string };
  readonly post: Post;
}

/** Bàn giao: the list of what the holder leaves, who takes it, and the last day. */
export function HandOver({ person, post }: HandOverProps) {
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <ActButton
        act="handover"
        subject={{ agencyIds: [post.agencyId], personId: person.id }}
        variant="default"
        size="xs"
        onClick={() => setOpen(true)}
        aria-label={t('Bàn giao chức vụ {title}', { title: post.title })}
      >
        {t('Bàn giao')}
      </ActButton>
      <Dialog
        title={t('Bàn giao chức vụ {title}', { title: `${post.title}, ${post.agencyName}` })}
        isOpen={isOpen}
        onClose={close}
        size="lg"
      >
        <HandOverForm person={person} post={post} onDone={close} />
      </Dialog>
    </>
  );
}

function HandOverForm({ person, post, onDone }: HandOverProps & { readonly onDone: () => void }) {
  const { today } = useSession();
  const queries = useQueryClient();
  const list = useQuery(handoverQuery(post.id));
  const [toPersonId, setTo] = useState<string>();
  const [endsOn, setEndsOn] = useState<string | undefined>(today);
  const [reason, setReason] = useState('');
  const confirm = useMutation({
    mutationFn: ({ to, day, seen }: { to: string; day: string; seen: string[] }) =>
      api.handover.confirm({ postId: post.id, toPersonId: to, endsOn: day, seen, reason }),
    onSuccess: async () => {
      await queries.invalidateQueries();
      onDone();
    },
    // Where the list changed meanwhile, the new one is shown beside the refusal.
    onError: () => list.refetch(),
  });
  return (
    <Loaded query={list}>
      {({ items }) => (
        <ActForm
          words={t('Bàn giao và kết thúc chức vụ')}
          act={confirm}
          isReady={toPersonId !== undefined && endsOn !== undefined}
          onSubmit={() => {
            if (toPersonId !== undefined && endsOn !== undefined)
              confirm.mutate({ to: toPersonId, day: endsOn, seen: items.map(({ id }) => id) });
          }}
          onCancel={onDone}
        >
          <HandoverItems items={items} />
          <PersonChoice
            label={t('Người nhận')}
            placeholder={t('Gõ tên người nhận')}
            value={toPersonId}
            agencyId={post.agencyId}
            exceptId={person.id}
            onChoose={setTo}
          />
          <DayField
            label={t('Ngày cuối {name} giữ chức vụ', { name: person.name })}
            value={endsOn}
            onChoose={setEndsOn}
          />
          <TextInput
            label={t('Lý do')}
            maxLength={1_000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </ActForm>
      )}
    </Loaded>
  );
}
