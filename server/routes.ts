import { accessRoutes } from './access/access.routes.ts';
import { sessionRoutes } from './access/session.routes.ts';
import type { SignInDeps } from './access/sign-in-deps.ts';
import { agencyRoutes } from './agency/agency.routes.ts';
import { auditRoutes } from './audit/audit.routes.ts';
import type { AuditKey } from './audit/audit-key.ts';
import { os } from './guard.ts';
import type { ReadFile } from './plan/create-import.ts';
import { planRoutes } from './plan/plan.routes.ts';
import { taskRoutes } from './task/task.routes.ts';

/** The contract, implemented: the acts of each noun stand in its own `*.routes.ts`. */
export function buildRouter(signIn: SignInDeps, readFile: ReadFile, auditKey: AuditKey) {
  return os.router({
    ...sessionRoutes(signIn),
    ...accessRoutes(signIn),
    audit: auditRoutes(auditKey),
    agency: agencyRoutes(),
    plan: planRoutes(readFile),
    task: taskRoutes(),
  });
}
