import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, explainFailure } from '../api.ts';
import { t } from '../i18n/translate.ts';
import { Dialog } from '../ui/dialog.tsx';
import { SecretField } from '../ui/secret-field.tsx';
import { Failure } from '../ui/state.tsx';

/** Asks for the password again where the server wants it before a dangerous act; the act then goes on by itself. */
export function ProveDialog({ onAnswer }: { readonly onAnswer: (given: boolean) => void }) {
  const [password, setPassword] = useState('');
  const prove = useMutation({
    mutationFn: () => api.session.prove({ password }),
    onSuccess: () => onAnswer(true),
  });
  return (
    <Dialog title={t('Xác nhận mật khẩu')} isOpen onClose={() => onAnswer(false)}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          prove.mutate();
        }}
      >
        <Stack gap="sm">
          <Text size="sm">{t('Việc này quan trọng, nên cần biết chắc là bạn đang làm.')}</Text>
          {prove.error === null ? null : (
            <Failure title={t('Chưa xác nhận được')} sentences={explainFailure(prove.error)} />
          )}
          <SecretField
            label={t('Mật khẩu của bạn')}
            autoComplete="current-password"
            required
            data-autofocus
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={() => onAnswer(false)}>
              {t('Thôi')}
            </Button>
            <Button type="submit" loading={prove.isPending}>
              {t('Xác nhận')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
