import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, explainFailure } from '../api.ts';
import { t } from '../i18n/translate.ts';
import { paths } from '../paths.ts';
import { Choice } from '../ui/choice.tsx';
import { Failure, Loaded } from '../ui/state.tsx';
import { ChoosePassword } from './choose-password.tsx';
import { Door } from './door.tsx';

/** Creates the first administrator, by the one-time link printed at the start; its secret stands after the #. */
export function SetupPage() {
  const [secret] = useState(() => window.location.hash.slice(1));
  const found = useQuery({ queryKey: ['setup'], queryFn: () => api.setup.find({ secret }), retry: false });
  return (
    <Door title={t('Tạo người quản trị đầu tiên')}>
      <Loaded query={found}>{({ agencies }) => <SetupForm secret={secret} agencies={agencies} />}</Loaded>
    </Door>
  );
}

interface SetupFormProps {
  readonly secret: string;
  readonly agencies: readonly { readonly id: string; readonly name: string }[];
}

function SetupForm({ secret, agencies }: SetupFormProps) {
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [title, setTitle] = useState('');
  const [agencyId, setAgencyId] = useState<string>();
  const [chosen, setChosen] = useState('');
  const [again, setAgain] = useState('');
  const complete = useMutation({
    mutationFn: () => api.setup.complete({ secret, name, email, title, agencyId: agencyId ?? '', chosen }),
  });
  if (complete.isSuccess)
    return (
      <Stack gap="sm">
        <Text>{t('Đã tạo người quản trị. Hãy đăng nhập, rồi mời những người khác ở trang Quản trị.')}</Text>
        <Button component="a" href={paths.home()}>
          {t('Đăng nhập')}
        </Button>
      </Stack>
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen === again && agencyId !== undefined) complete.mutate();
      }}
    >
      <Stack gap="sm">
        <Text size="sm">
          {t('Người quản trị mời người dùng và trao chức vụ; không xem, không sửa số liệu.')}
        </Text>
        {complete.error === null ? null : (
          <Failure title={t('Chưa tạo được')} sentences={explainFailure(complete.error)} />
        )}
        <TextInput
          label={t('Họ và tên')}
          autoComplete="name"
          required
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label={t('Thư điện tử')}
          type="email"
          autoComplete="username"
          required
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <Choice
          label={t('Cơ quan')}
          placeholder={t('Chọn cơ quan')}
          value={agencyId}
          options={agencies.map((agency) => ({ value: agency.id, label: agency.name }))}
          onChoose={setAgencyId}
        />
        <TextInput
          label={t('Chức vụ')}
          required
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <ChoosePassword
          value={chosen}
          again={again}
          known={[name, email]}
          onValue={setChosen}
          onAgain={setAgain}
        />
        <Button type="submit" loading={complete.isPending}>
          {t('Tạo người quản trị')}
        </Button>
      </Stack>
    </form>
  );
}
