import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, explainFailure } from '../api.ts';
import { t } from '../i18n/translate.ts';
import { Failure } from '../ui/state.tsx';

/** The second factor: a code of the authenticator, or a recovery code where the phone is lost. */
export function CodeForm({ onIn, onBack }: { readonly onIn: () => unknown; readonly onBack: () => void }) {
  const [kind, setKind] = useState<'totp' | 'recovery'>('totp');
  const [code, setCode] = useState('');
  const give = useMutation({ mutationFn: () => api.session.giveCode({ code, kind }), onSuccess: onIn });
  const isTotp = kind === 'totp';
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        give.mutate();
      }}
    >
      <Stack gap="sm">
        {give.error === null ? null : (
          <Failure title={t('Chưa xác thực được')} sentences={explainFailure(give.error)} />
        )}
        <Text size="sm">
          {isTotp
            ? t('Mở ứng dụng xác thực trên điện thoại và nhập mã 6 số đang hiện.')
            : t('Nhập một mã khôi phục bạn đã cất khi bật xác thực hai bước. Mỗi mã dùng một lần.')}
        </Text>
        <TextInput
          key={kind}
          label={isTotp ? t('Mã 6 số') : t('Mã khôi phục')}
          inputMode={isTotp ? 'numeric' : 'text'}
          autoComplete="one-time-code"
          required
          data-autofocus
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <Button type="submit" loading={give.isPending}>
          {t('Xác nhận')}
        </Button>
        <Button
          variant="subtle"
          onClick={() => {
            setKind(isTotp ? 'recovery' : 'totp');
            setCode('');
            give.reset();
          }}
        >
          {isTotp ? t('Dùng mã khôi phục') : t('Dùng ứng dụng xác thực')}
        </Button>
        <Button variant="subtle" color="gray" onClick={onBack}>
          {t('Đăng nhập bằng tài khoản khác')}
        </Button>
      </Stack>
    </form>
  );
}
