import { Button, Divider, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Session } from '#contract/session.ts';
import { api, explainFailure } from '../api.ts';
import { t } from '../i18n/translate.ts';
import { paths } from '../paths.ts';
import { SecretField } from '../ui/secret-field.tsx';
import { Failure } from '../ui/state.tsx';
import { CodeForm } from './code-form.tsx';
import { DemoPeople } from './demo-people.tsx';
import { Door } from './door.tsx';

/** Stands in place of any page until somebody is signed in; the address stays, so one lands where one meant to. */
export function SignInPage({ session }: { readonly session: Session }) {
  const [needsCode, setNeedsCode] = useState(false);
  const queries = useQueryClient();
  const onIn = () => queries.resetQueries();
  if (needsCode)
    return (
      <Door title={t('Xác thực hai bước')}>
        <CodeForm onIn={onIn} onBack={() => setNeedsCode(false)} />
      </Door>
    );
  return (
    <Door title={t('Đăng nhập')}>
      {session.needsSetup && !session.demo ? (
        <div className="notice" role="status">
          <Text size="sm">
            {t('Chưa có người quản trị. Hãy mở đường dẫn được in ra khi khởi động máy chủ để tạo.')}
          </Text>
        </div>
      ) : null}
      {session.demo ? <DemoPeople onIn={onIn} /> : null}
      <PasswordForm session={session} onIn={onIn} onCode={() => setNeedsCode(true)} />
      <Providers session={session} />
    </Door>
  );
}

interface PasswordFormProps {
  readonly session: Session;
  readonly onIn: () => unknown;
  readonly onCode: () => void;
}

function PasswordForm({ session, onIn, onCode }: PasswordFormProps) {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const enter = useMutation({
    mutationFn: () => api.session.signIn({ email, password }),
    onSuccess: ({ next }) => (next === 'in' ? onIn() : onCode()),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        enter.mutate();
      }}
    >
      <Stack gap="sm">
        {enter.error === null ? null : (
          <Failure title={t('Chưa đăng nhập được')} sentences={explainFailure(enter.error)} />
        )}
        <TextInput
          label={t('Thư điện tử')}
          type="email"
          autoComplete="username"
          required
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <SecretField
          label={t('Mật khẩu')}
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Button type="submit" loading={enter.isPending}>
          {t('Đăng nhập')}
        </Button>
        {session.mail ? (
          <a href={paths.forgotten()} className="small">
            {t('Quên mật khẩu')}
          </a>
        ) : (
          <Text size="sm" c="dimmed">
            {t('Quên mật khẩu? Hãy nhờ người quản trị gửi lại lời mời.')}
          </Text>
        )}
      </Stack>
    </form>
  );
}

function Providers({ session }: { readonly session: Session }) {
  const start = useMutation({
    mutationFn: (providerId: string) => api.session.startProvider({ providerId }),
    onSuccess: ({ url }) => window.location.assign(url),
  });
  const refusedByProvider = new URLSearchParams(window.location.search).get('error');
  if (session.providers.length === 0) return null;
  return (
    <Stack gap="sm">
      <Divider label={t('hoặc')} />
      {refusedByProvider === null ? null : (
        <Failure
          title={t('Chưa đăng nhập được')}
          sentences={[t('Tài khoản này chưa được mời vào hệ thống. Hãy liên hệ người quản trị.')]}
        />
      )}
      {start.error === null ? null : (
        <Failure title={t('Chưa đăng nhập được')} sentences={explainFailure(start.error)} />
      )}
      {session.providers.map(({ id, name }) => (
        <Button key={id} variant="default" loading={start.isPending} onClick={() => start.mutate(id)}>
          {name}
        </Button>
      ))}
    </Stack>
  );
}
