import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { api, explainFailure } from '../api.ts';
import { t } from '../i18n/translate.ts';
import { setProofAsker } from '../proof.ts';
import { Dialog } from '../ui/dialog.tsx';
import { SecretField } from '../ui/secret-field.tsx';
import { Failure } from '../ui/state.tsx';

/** Asks for the password again where the server wants it before a dangerous act; the act then goes on by itself. */
export function ProveDialog() {
  const [isOpen, setOpen] = useState(false);
  const [password, setPassword] = useState('');
  const answer = useRef<(given: boolean) => void>(undefined);
  const close = (given: boolean) => {
    setOpen(false);
    setPassword('');
    answer.current?.(given);
    answer.current = undefined;
  };
  const prove = useMutation({
    mutationFn: () => api.session.prove({ password }),
    onSuccess: () => close(true),
  });
  const { reset } = prove;
  useEffect(() => {
    setProofAsker(
      () =>
        new Promise((resolve) => {
          answer.current = resolve;
          reset();
          setOpen(true);
        }),
    );
    return () => setProofAsker(undefined);
  }, [reset]);
  return (
    <Dialog title={t('Xác nhận mật khẩu')} isOpen={isOpen} onClose={() => close(false)}>
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
            <Button variant="default" onClick={() => close(false)}>
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
