import { Navigate } from '@tanstack/react-router';
import { pages } from './paths.ts';
import { useSignedIn } from './session.tsx';

/** Where one begins: who does the work with what is due, everybody else with the plans. */
export function Home() {
  const { posts } = useSignedIn();
  const doesWork = posts.some(({ role }) => role === 'head' || role === 'officer');
  return <Navigate to={doesWork ? pages.myWork : pages.plans} replace />;
}
