import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { renderSVG } from 'uqr';
import { api, explainFailure } from '../api.ts';
import { t } from '../i18n/translate.ts';
import { sessionQuery } from '../session.tsx';
import { Chip } from '../ui/chip.tsx';
import { SecretField } from '../ui/secret-field.tsx';
import { Failure } from '../ui/state.tsx';

type Begun = Awaited<ReturnType<typeof api.account.startTotp>>;

/** Two-step sign-in: turned on with an authenticator on the phone, recovery codes kept on paper. */
export function SecondFactor({ isOn }: { readonly isOn: boolean }) {
  const [password, setPassword] = useState('');
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
  const start = useMutation({
    mutationFn: () => api.account.startTotp({ password }),
    onSuccess: () => setPassword(''),
  });
  const end = useMutation({
    mutationFn: () => api.account.endTotp({ password }),
    onSuccess: async () => {
      setPassword('');
      start.reset();
      await refresh();
    },
  });
  const failed = isOn ? end.error : start.error;
  return (
    <section aria-labelledby="hai-buoc">
      <h2 id="hai-buoc">
        {t('Xác thực hai bước')}{' '}
        {isOn ? <Chip tone="accent">{t('đang bật')}</Chip> : <Chip>{t('chưa bật')}</Chip>}
      </h2>
      {start.data !== undefined && !isOn ? (
        <ConfirmForm begun={start.data} onDone={refresh} />
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (isOn) end.mutate();
            else start.mutate();
          }}
        >
          <Stack gap="sm" maw={440}>
            <Text size="sm">
              {isOn
                ? t('Khi đăng nhập, ngoài mật khẩu còn cần mã trên điện thoại của bạn.')
                : t('Thêm một lớp bảo vệ: khi đăng nhập, ngoài mật khẩu còn cần mã 6 số trên điện thoại.')}
            </Text>
            {failed === null ? null : (
              <Failure title={t('Chưa đổi được')} sentences={explainFailure(failed)} />
            )}
            <SecretField
              label={t('Mật khẩu của bạn')}
              autoComplete="current-password"
              required
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
            <div>
              <Button type="submit" variant="default" loading={start.isPending || end.isPending}>
                {isOn ? t('Tắt xác thực hai bước') : t('Bật xác thực hai bước')}
              </Button>
            </div>
          </Stack>
        </form>
      )}
    </section>
  );
}

function ConfirmForm({ begun, onDone }: { readonly begun: Begun; readonly onDone: () => unknown }) {
  const [code, setCode] = useState('');
  const confirm = useMutation({ mutationFn: () => api.account.confirmTotp({ code }), onSuccess: onDone });
  const image = `data:image/svg+xml;utf8,${encodeURIComponent(renderSVG(begun.uri))}`;
  return (
    <Stack gap="md" maw={560}>
      <ol className="steps">
        <li>
          <Text size="sm">{t('Quét mã này bằng ứng dụng xác thực, hoặc nhập khóa bằng tay:')}</Text>
          <img src={image} width={180} height={180} alt={t('Mã QR của khóa xác thực')} className="qr" />
          <code className="secret">{begun.secret.replace(/(.{4})/g, '$1 ').trim()}</code>
        </li>
        <li>
          <Text size="sm">
            {t('Chép các mã khôi phục ra giấy, cất nơi an toàn. Mỗi mã dùng một lần khi mất điện thoại:')}
          </Text>
          <ul className="recovery" aria-label={t('Mã khôi phục')}>
            {begun.recoveryCodes.map((one) => (
              <li key={one}>
                <code>{one}</code>
              </li>
            ))}
          </ul>
        </li>
        <li>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              confirm.mutate();
            }}
          >
            <Stack gap="sm" maw={320}>
              {confirm.error === null ? null : (
                <Failure title={t('Chưa xác thực được')} sentences={explainFailure(confirm.error)} />
              )}
              <TextInput
                label={t('Nhập mã 6 số đang hiện')}
                inputMode="numeric"
                autoComplete="one-time-code"
                required
                value={code}
                onChange={(event) => setCode(event.currentTarget.value)}
              />
              <div>
                <Button type="submit" loading={confirm.isPending}>
                  {t('Xác nhận và bật')}
                </Button>
              </div>
            </Stack>
          </form>
        </li>
      </ol>
    </Stack>
  );
}
