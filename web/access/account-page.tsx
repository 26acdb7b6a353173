import { Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { t } from '../i18n/translate.ts';
import { useSession, useSignedIn } from '../session.tsx';
import { Page } from '../ui/page.tsx';
import { ChangePassword } from './change-password.tsx';
import { OwnDelegations } from './own-delegations.tsx';
import { formatAccessRole, formatPost } from './role-words.ts';
import { SecondFactor } from './second-factor.tsx';
import { SessionList } from './session-list.tsx';

/** What a person manages of their own: posts, password, second factor, sessions. */
export function AccountPage({ children }: { readonly children: ReactNode }) {
  const { signedIn } = useSession();
  const person = useSignedIn();
  return (
    <Page title={t('Tài khoản của tôi')} about={`${person.name} · ${person.email}`}>
      <Stack gap="xl" className="account">
        <section aria-labelledby="chuc-vu">
          <h2 id="chuc-vu">{t('Chức vụ đang giữ')}</h2>
          {person.posts.length === 0 ? (
            <p className="dim">{t('Hôm nay bạn không giữ chức vụ nào. Hãy liên hệ người quản trị.')}</p>
          ) : (
            <ul className="plain-list">
              {person.posts.map((post) => (
                <li key={post.postId}>
                  {formatPost(post)} <span className="dim">– {formatAccessRole(post.role)}</span>
                </li>
              ))}
            </ul>
          )}
        </section>
        <OwnDelegations personId={person.personId} />
        <ChangePassword person={person} />
        <SecondFactor isOn={signedIn?.hasSecondFactor === true} />
        <SessionList />
        {children}
      </Stack>
    </Page>
  );
}
