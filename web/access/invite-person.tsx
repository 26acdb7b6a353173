import { Button, Group, Stack, TextInput } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api.ts';
import { t } from '../i18n/translate.ts';
import { useSession } from '../session.tsx';
import { ActForm } from '../ui/act-form.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { InvitedAnswer } from './invited-answer.tsx';
import { completePost, emptyPost, PostFields } from './post-fields.tsx';

/** Invites one person to one post. */
export function InvitePerson() {
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button leftSection={<IconUserPlus size={16} aria-hidden />} onClick={() => setOpen(true)}>
        {t('Mời người dùng')}
      </Button>
      <Dialog title={t('Mời người dùng')} isOpen={isOpen} onClose={close} size="lg">
        <InviteForm onDone={close} />
      </Dialog>
    </>
  );
}

function InviteForm({ onDone }: { readonly onDone: () => void }) {
  const { today } = useSession();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [phone, setPhone] = useState('');
  const [post, setPost] = useState(() => emptyPost(today));
  const complete = completePost(post);
  const invite = useMutation({
    mutationFn: (given: NonNullable<typeof complete>) =>
      api.invitation.create({
        name,
        email: email.trim(),
        phone: phone.trim() === '' ? null : phone,
        post: given,
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['people'] }),
  });
  if (invite.data !== undefined)
    return (
      <Stack gap="sm">
        <InvitedAnswer name={name} answer={invite.data} />
        <Group justify="flex-end">
          <Button onClick={onDone}>{t('Xong')}</Button>
        </Group>
      </Stack>
    );
  return (
    <ActForm
      words={t('Mời')}
      act={invite}
      isReady={name.trim() !== '' && email.includes('@') && complete !== undefined}
      onSubmit={() => {
        if (complete !== undefined) invite.mutate(complete);
      }}
      onCancel={onDone}
    >
      <TextInput
        label={t('Họ và tên')}
        maxLength={200}
        data-autofocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Group grow align="flex-end">
        <TextInput
          label={t('Thư điện tử')}
          type="email"
          inputMode="email"
          maxLength={320}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <TextInput
          label={t('Điện thoại (nếu có)')}
          type="tel"
          maxLength={40}
          value={phone}
          onChange={(event) => setPhone(event.currentTarget.value)}
        />
      </Group>
      <PostFields post={post} onPost={setPost} />
    </ActForm>
  );
}
