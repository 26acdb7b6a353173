import { Navigate } from '@tanstack/react-router';
import { pages } from './paths.ts';
import { useSignedIn } from './session.tsx';

/** Where one begins: who does the work with what is due, who leads or oversees it with how it stands. */
export function Home() {
  const { posts } = useSignedIn();
  const holds = (...roles: readonly string[]) => posts.some(({ role }) => roles.includes(role));
  const first = holds('head', 'officer')
    ? pages.myWork
    : holds('leader')
      ? pages.leader
      : holds('owner', 'verifier', 'inspector')
        ? pages.controlRoom
        : pages.plans;
  return <Navigate to={first} replace />;
}
