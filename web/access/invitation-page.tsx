import { Button, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, explainFailure } from '../api.ts';
import { formatInstant } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { paths } from '../paths.ts';
import { Failure, Loaded } from '../ui/state.tsx';
import { ChoosePassword } from './choose-password.tsx';
import { Door } from './door.tsx';

/** Nhận lời mời, by the link of the letter; its secret stands after the #. */
export function InvitationPage() {
  const [secret] = useState(() => window.location.hash.slice(1));
  const [chosen, setChosen] = useState('');
  const [again, setAgain] = useState('');
  const found = useQuery({
    queryKey: ['invitation'],
    queryFn: () => api.invitation.find({ secret }),
    retry: false,
    refetchOnWindowFocus: false,
  });
  const accept = useMutation({ mutationFn: () => api.invitation.accept({ secret, chosen }) });
  if (accept.isSuccess)
    return (
      <Door title={t('Đã nhận lời mời')}>
        <Text>{t('Mật khẩu đã được đặt. Bây giờ hãy đăng nhập.')}</Text>
        <Button component="a" href={paths.home()}>
          {t('Đăng nhập')}
        </Button>
      </Door>
    );
  return (
    <Door title={t('Nhận lời mời')}>
      <Loaded query={found}>
        {({ name, email, invitedBy, posts, expiresAt }) => (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              if (chosen === again) accept.mutate();
            }}
          >
            <Stack gap="sm">
              <Text>
                {invitedBy === null
                  ? t('Chào {name}, bạn được mời dùng Đôn Đốc.', { name })
                  : t('Chào {name}, {by} mời bạn dùng Đôn Đốc.', { name, by: invitedBy })}
              </Text>
              <ul className="plain-list">
                {posts.map((post) => (
                  <li key={`${post.title} ${post.agencyName}`}>
                    {post.title}, {post.agencyName}
                  </li>
                ))}
              </ul>
              <Text size="sm" c="dimmed">
                {t('Bạn sẽ đăng nhập bằng {email}. Lời mời hết hạn {at}.', {
                  email,
                  at: formatInstant(expiresAt),
                })}
              </Text>
              {accept.error === null ? null : (
                <Failure title={t('Chưa nhận được')} sentences={explainFailure(accept.error)} />
              )}
              <ChoosePassword
                value={chosen}
                again={again}
                known={[name, email]}
                onValue={setChosen}
                onAgain={setAgain}
              />
              <Button type="submit" loading={accept.isPending}>
                {t('Đặt mật khẩu và nhận lời mời')}
              </Button>
            </Stack>
          </form>
        )}
      </Loaded>
    </Door>
  );
}
