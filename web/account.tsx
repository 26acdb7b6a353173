import { AccountPage } from './access/account-page.tsx';
import { FeedLinks } from './notice/feed/feed-links.tsx';

/** One's account, with what the nouns that come after it keep for a person. */
export function Account() {
  return (
    <AccountPage>
      <FeedLinks />
    </AccountPage>
  );
}
