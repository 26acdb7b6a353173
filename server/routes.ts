import { accessRoutes } from './access/access.routes.ts';
import { sessionRoutes } from './access/session.routes.ts';
import type { SignInDeps } from './access/sign-in-deps.ts';
import { agencyRoutes } from './agency/agency.routes.ts';
import type { ReadTable } from './agency/reform/read-table.ts';
import { auditRoutes } from './audit/audit.routes.ts';
import type { AuditKey } from './audit/audit-key.ts';
import { calendarRoutes } from './calendar/calendar.routes.ts';
import { DEADLINE_WATCHERS } from './deadline-watchers.ts';
import { evidenceRoutes } from './evidence/evidence.routes.ts';
import type { EvidenceParts } from './evidence/evidence-parts.ts';
import { os } from './guard.ts';
import { indicatorRoutes } from './indicator/indicator.routes.ts';
import { feedRoutes } from './notice/feed/feed.routes.ts';
import { letterRoutes } from './notice/letter/letter.routes.ts';
import { noticeRoutes } from './notice/notice.routes.ts';
import type { NoticeParts } from './notice/notice-parts.ts';
import type { ReadFile } from './plan/create-import.ts';
import { planRoutes } from './plan/plan.routes.ts';
import { scheduleRoutes } from './plan/schedule/schedule.routes.ts';
import { REFORM_MOVERS } from './reform-movers.ts';
import { overviewRoutes } from './task/overview/overview.routes.ts';
import { progressTableRoutes } from './task/table/progress-table.routes.ts';
import { taskRoutes } from './task/task.routes.ts';
import { workRoutes } from './task/work/work.routes.ts';

/** What reads files, and what signs, given where everything is put together. */
export interface RouterParts {
  readonly readFile: ReadFile;
  readonly readTable: ReadTable;
  readonly auditKey: AuditKey;
  readonly evidence: EvidenceParts;
  readonly notice: NoticeParts;
}

/** The contract, implemented: the acts of each noun stand in its own `*.routes.ts`. */
export function buildRouter(
  signIn: SignInDeps,
  { readFile, readTable, auditKey, evidence, notice }: RouterParts,
) {
  return os.router({
    ...sessionRoutes(signIn),
    audit: auditRoutes(auditKey),
    calendar: calendarRoutes(DEADLINE_WATCHERS),
    ...accessRoutes(signIn),
    agency: agencyRoutes({ movers: REFORM_MOVERS, readTable }),
    plan: planRoutes(readFile),
    schedule: scheduleRoutes(),
    task: taskRoutes(),
    work: workRoutes(),
    overview: overviewRoutes(),
    progressTable: progressTableRoutes(readTable),
    evidence: evidenceRoutes(evidence),
    letter: letterRoutes(),
    feed: feedRoutes(),
    indicator: indicatorRoutes(),
    notice: noticeRoutes(notice),
  });
}
