import { sessionRoutes } from './access/session.routes.ts';
import type { SignInDeps } from './access/sign-in-deps.ts';
import { agencyRoutes } from './agency/agency.routes.ts';
import { os } from './guard.ts';
import type { ReadFile } from './plan/create-import.ts';
import { planRoutes } from './plan/plan.routes.ts';
import { taskRoutes } from './task/task.routes.ts';

/** The contract, implemented: the acts of each noun stand in its own `*.routes.ts`. */
export function buildRouter(signIn: SignInDeps, readFile: ReadFile) {
  return os.router({
    ...sessionRoutes(signIn),
    agency: agencyRoutes(),
    plan: planRoutes(readFile),
    task: taskRoutes(),
  });
}
