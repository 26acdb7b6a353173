import { Button, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SignedIn } from '#contract/session.ts';
import { api, explainFailure } from '../api.ts';
import { t } from '../i18n/translate.ts';
import { SecretField } from '../ui/secret-field.tsx';
import { Failure } from '../ui/state.tsx';
import { ChoosePassword } from './choose-password.tsx';

export function ChangePassword({ person }: { readonly person: SignedIn }) {
  const [current, setCurrent] = useState('');
  const [chosen, setChosen] = useState('');
  const [again, setAgain] = useState('');
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: () => api.account.changePassword({ current, chosen }),
    onSuccess: async () => {
      setCurrent('');
      setChosen('');
      setAgain('');
      await queries.invalidateQueries({ queryKey: ['sessions'] });
    },
  });
  return (
    <section aria-labelledby="mat-khau">
      <h2 id="mat-khau">{t('Đổi mật khẩu')}</h2>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (chosen === again) change.mutate();
        }}
      >
        <Stack gap="sm" maw={440}>
          {change.error === null ? null : (
            <Failure title={t('Chưa đổi được')} sentences={explainFailure(change.error)} />
          )}
          {change.isSuccess ? (
            <Text size="sm" role="status">
              {t('Đã đổi mật khẩu. Các phiên đăng nhập khác đã kết thúc.')}
            </Text>
          ) : null}
          <SecretField
            label={t('Mật khẩu hiện tại')}
            autoComplete="current-password"
            required
            value={current}
            onChange={(event) => setCurrent(event.currentTarget.value)}
          />
          <ChoosePassword
            value={chosen}
            again={again}
            known={[person.name, person.email]}
            onValue={setChosen}
            onAgain={setAgain}
          />
          <div>
            <Button type="submit" variant="default" loading={change.isPending}>
              {t('Đổi mật khẩu')}
            </Button>
          </div>
        </Stack>
      </form>
    </section>
  );
}
