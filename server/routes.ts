import { sessionRoutes } from './access/session.routes.ts';
import type { SignInDeps } from './access/sign-in-deps.ts';
import { agencyRoutes } from './agency/agency.routes.ts';
import type { ReadTable } from './agency/reform/read-table.ts';
import { os } from './guard.ts';
import type { ReadFile } from './plan/create-import.ts';
import { planRoutes } from './plan/plan.routes.ts';
import { REFORM_MOVERS } from './reform-movers.ts';
import { taskRoutes } from './task/task.routes.ts';

/** The contract, implemented: the acts of each noun stand in its own `*.routes.ts`. */
export function buildRouter(signIn: SignInDeps, readFile: ReadFile, readTable: ReadTable) {
  return os.router({
    ...sessionRoutes(signIn),
    agency: agencyRoutes({ movers: REFORM_MOVERS, readTable }),
    plan: planRoutes(readFile),
    task: taskRoutes(),
  });
}
