import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, explainFailure } from '../api.ts';
import { t } from '../i18n/translate.ts';
import { paths } from '../paths.ts';
import { Failure } from '../ui/state.tsx';
import { ChoosePassword } from './choose-password.tsx';
import { Door } from './door.tsx';

/** Asks for the letter with a link to a new password. */
export function ForgottenPage() {
  const [email, setEmail] = useState('');
  const forget = useMutation({ mutationFn: () => api.password.forget({ email }) });
  return (
    <Door title={t('Quên mật khẩu')}>
      {forget.isSuccess ? (
        <Stack gap="sm">
          <Text>
            {t(
              'Nếu địa chỉ này có tài khoản, thư với đường dẫn đặt lại mật khẩu đang được gửi tới. Đường dẫn dùng một lần, trong một giờ.',
            )}
          </Text>
          <a href={paths.home()}>{t('Về trang đăng nhập')}</a>
        </Stack>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            forget.mutate();
          }}
        >
          <Stack gap="sm">
            {forget.error === null ? null : (
              <Failure title={t('Chưa gửi được')} sentences={explainFailure(forget.error)} />
            )}
            <TextInput
              label={t('Thư điện tử')}
              type="email"
              autoComplete="username"
              required
              value={email}
              onChange={(event) => setEmail(event.currentTarget.value)}
            />
            <Button type="submit" loading={forget.isPending}>
              {t('Gửi đường dẫn đặt lại')}
            </Button>
            <a href={paths.home()} className="small">
              {t('Về trang đăng nhập')}
            </a>
          </Stack>
        </form>
      )}
    </Door>
  );
}

/** Chooses a new password, by the link of the letter; its secret stands after the #. */
export function ChoosePasswordPage() {
  const [secret] = useState(() => window.location.hash.slice(1));
  const [chosen, setChosen] = useState('');
  const [again, setAgain] = useState('');
  const choose = useMutation({ mutationFn: () => api.password.choose({ secret, chosen }) });
  return (
    <Door title={t('Đặt mật khẩu mới')}>
      {choose.isSuccess ? (
        <Stack gap="sm">
          <Text>{t('Đã đặt mật khẩu mới. Mọi phiên đăng nhập trước đó đã kết thúc.')}</Text>
          <Button component="a" href={paths.home()}>
            {t('Đăng nhập')}
          </Button>
        </Stack>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (chosen === again) choose.mutate();
          }}
        >
          <Stack gap="sm">
            {choose.error === null ? null : (
              <Failure title={t('Chưa đặt được')} sentences={explainFailure(choose.error)} />
            )}
            <ChoosePassword value={chosen} again={again} known={[]} onValue={setChosen} onAgain={setAgain} />
            <Button type="submit" loading={choose.isPending}>
              {t('Đặt mật khẩu mới')}
            </Button>
          </Stack>
        </form>
      )}
    </Door>
  );
}
