import {
  createRootRoute,
  createRoute,
  createRouter,
  type ErrorComponentProps,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { explainFailure } from './api.ts';
import { AUDIT_VIEW } from './audit/audit-view.ts';
import { EVIDENCE_VIEW } from './evidence/evidence-view.ts';
import { Gate } from './gate.tsx';
import { Home } from './home.tsx';
import { t } from './i18n/translate.ts';
import { pages, paths } from './paths.ts';
import { SCHEDULE_VIEW } from './plan/schedule/schedule-view.ts';
import { OVERVIEW_VIEW } from './task/overview/overview-view.ts';

import { MY_WORK_VIEW } from './task/work/my-work-view.ts';
import { Page } from './ui/page.tsx';
import { PageLink } from './ui/page-link.tsx';
import { Failure, Loading } from './ui/state.tsx';
import { parseWords } from './ui/url-words.ts';

function NoSuchPage() {
  return (
    <Page title={t('Không có trang này')}>
      <PageLink to={paths.plans()}>{t('Về danh sách kế hoạch')}</PageLink>
    </Page>
  );
}

function PageBroke({ error, reset }: ErrorComponentProps) {
  return (
    <Page title={t('Trang gặp lỗi')}>
      <Failure sentences={explainFailure(error)} onRetry={reset} />
    </Page>
  );
}

const root = createRootRoute({ component: Gate, notFoundComponent: NoSuchPage, errorComponent: PageBroke });
const getParentRoute = () => root;

const home = createRoute({
  getParentRoute,
  path: '/',
  component: Home,
});
const myWork = createRoute({
  getParentRoute,
  path: pages.myWork,
  validateSearch: parseWords(MY_WORK_VIEW),
  component: lazyRouteComponent(() => import('./task/work/my-work-page.tsx'), 'MyWorkPage'),
});
const manyWork = createRoute({
  getParentRoute,
  path: pages.manyWork,
  validateSearch: parseWords(['cach']),
  component: lazyRouteComponent(() => import('./task/table/progress-table-page.tsx'), 'ProgressTablePage'),
});
const evidence = createRoute({
  getParentRoute,
  path: pages.evidence,
  validateSearch: parseWords(EVIDENCE_VIEW),
  component: lazyRouteComponent(() => import('./evidence/evidence-page.tsx'), 'EvidencePage'),
});
const part = createRoute({
  getParentRoute,
  path: pages.part,
  validateSearch: parseWords(['viec']),
  component: lazyRouteComponent(() => import('./task/work/part-page.tsx'), 'PartPage'),
});
const controlRoom = createRoute({
  getParentRoute,
  path: pages.controlRoom,
  validateSearch: parseWords(OVERVIEW_VIEW),
  component: lazyRouteComponent(() => import('./task/overview/control-room-page.tsx'), 'ControlRoomPage'),
});
const board = createRoute({
  getParentRoute,
  path: pages.board,
  validateSearch: parseWords(OVERVIEW_VIEW),
  component: lazyRouteComponent(() => import('./task/overview/board-page.tsx'), 'BoardPage'),
});
const yearOfWork = createRoute({
  getParentRoute,
  path: pages.yearOfWork,
  validateSearch: parseWords(OVERVIEW_VIEW),
  component: lazyRouteComponent(() => import('./task/overview/year-page.tsx'), 'YearPage'),
});
const leader = createRoute({
  getParentRoute,
  path: pages.leader,
  validateSearch: parseWords(OVERVIEW_VIEW),
  component: lazyRouteComponent(() => import('./task/overview/leader-page.tsx'), 'LeaderPage'),
});
const plans = createRoute({
  getParentRoute,
  path: pages.plans,
  component: lazyRouteComponent(() => import('./plan/plans-page.tsx'), 'PlansPage'),
});
const plan = createRoute({
  getParentRoute,
  path: pages.plan,
  component: lazyRouteComponent(() => import('./plan/plan-page.tsx'), 'PlanPage'),
});
const print = createRoute({
  getParentRoute,
  path: pages.print,
  component: lazyRouteComponent(() => import('./plan/print-page.tsx'), 'PrintPage'),
});
const schedule = createRoute({
  getParentRoute,
  path: pages.schedule,
  validateSearch: parseWords(SCHEDULE_VIEW),
  component: lazyRouteComponent(() => import('./plan/schedule/schedule-page.tsx'), 'SchedulePage'),
});
const upload = createRoute({
  getParentRoute,
  path: pages.upload,
  component: lazyRouteComponent(() => import('./plan/upload-page.tsx'), 'UploadPage'),
});
const review = createRoute({
  getParentRoute,
  path: pages.review,
  validateSearch: parseWords(['row', 'field']),
  component: lazyRouteComponent(() => import('./plan/review-page.tsx'), 'ReviewPage'),
});
const findings = createRoute({
  getParentRoute,
  path: pages.findings,
  validateSearch: parseWords(['plan', 'kind']),
  component: lazyRouteComponent(() => import('./plan/findings-page.tsx'), 'FindingsPage'),
});
const history = createRoute({
  getParentRoute,
  path: pages.history,
  validateSearch: parseWords(['plan']),
  component: lazyRouteComponent(() => import('./plan/history-page.tsx'), 'HistoryPage'),
});
const audit = createRoute({
  getParentRoute,
  path: pages.audit,
  validateSearch: parseWords(AUDIT_VIEW),
  component: lazyRouteComponent(() => import('./audit/audit-page.tsx'), 'AuditPage'),
});
const task = createRoute({
  getParentRoute,
  path: pages.task,
  component: lazyRouteComponent(() => import('./task/task-page.tsx'), 'TaskPage'),
});
const agencies = createRoute({
  getParentRoute,
  path: pages.agencies,
  validateSearch: parseWords(['view', 'ngay', 'plan', 'search', 'level', 'sort']),
  component: lazyRouteComponent(() => import('./agency/agencies-page.tsx'), 'AgenciesPage'),
});
const agency = createRoute({
  getParentRoute,
  path: pages.agency,
  validateSearch: parseWords(['plan', 'role', 'ngay']),
  component: lazyRouteComponent(() => import('./agency/agency-page.tsx'), 'AgencyPage'),
});
const reforms = createRoute({
  getParentRoute,
  path: pages.reforms,
  component: lazyRouteComponent(() => import('./agency/reform/reforms-page.tsx'), 'ReformsPage'),
});
const reform = createRoute({
  getParentRoute,
  path: pages.reform,
  validateSearch: parseWords(['agency', 'mover', 'page']),
  component: lazyRouteComponent(() => import('./agency/reform/reform-page.tsx'), 'ReformPage'),
});

const calendar = createRoute({
  getParentRoute,
  path: pages.calendar,
  validateSearch: parseWords(['nam', 'biet']),
  component: lazyRouteComponent(() => import('./calendar/calendar-page.tsx'), 'CalendarPage'),
});
const letters = createRoute({
  getParentRoute,
  path: pages.letters,
  validateSearch: parseWords(['plan', 'agency', 'tab', 'nam']),
  component: lazyRouteComponent(() => import('./notice/letter/letters-page.tsx'), 'LettersPage'),
});
const reminders = createRoute({
  getParentRoute,
  path: pages.reminders,
  validateSearch: parseWords(['nhom', 'doc', 'trang']),
  component: lazyRouteComponent(() => import('./notice/reminders-page.tsx'), 'RemindersPage'),
});
const noticeRules = createRoute({
  getParentRoute,
  path: pages.noticeRules,
  component: lazyRouteComponent(() => import('./notice/notice-rules-page.tsx'), 'NoticeRulesPage'),
});
const account = createRoute({
  getParentRoute,
  path: pages.account,
  component: lazyRouteComponent(() => import('./account.tsx'), 'Account'),
});
const people = createRoute({
  getParentRoute,
  path: pages.people,
  validateSearch: parseWords(['search', 'agency', 'role', 'state', 'page']),
  component: lazyRouteComponent(() => import('./access/people-page.tsx'), 'PeoplePage'),
});
const inviteTable = createRoute({
  getParentRoute,
  path: pages.inviteTable,
  component: lazyRouteComponent(() => import('./access/invite-table-page.tsx'), 'InviteTablePage'),
});
const person = createRoute({
  getParentRoute,
  path: pages.person,
  component: lazyRouteComponent(() => import('./access/person-page.tsx'), 'PersonPage'),
});
const rights = createRoute({
  getParentRoute,
  path: pages.rights,
  component: lazyRouteComponent(() => import('./access/rights-page.tsx'), 'RightsPage'),
});
const invitation = createRoute({
  getParentRoute,
  path: pages.invitation,
  component: lazyRouteComponent(() => import('./access/invitation-page.tsx'), 'InvitationPage'),
});
// Before one is signed in; the gate shows these to anybody.
const setup = createRoute({
  getParentRoute,
  path: pages.setup,
  component: lazyRouteComponent(() => import('./access/setup-page.tsx'), 'SetupPage'),
});
const forgotten = createRoute({
  getParentRoute,
  path: pages.forgotten,
  component: lazyRouteComponent(() => import('./access/forgotten-pages.tsx'), 'ForgottenPage'),
});
const choosePassword = createRoute({
  getParentRoute,
  path: pages.choosePassword,
  component: lazyRouteComponent(() => import('./access/forgotten-pages.tsx'), 'ChoosePasswordPage'),
});
const signIn = createRoute({
  getParentRoute,
  path: pages.signIn,
  beforeLoad: ({ location }) => {
    // A provider that turned somebody away comes back here; the sign-in page itself stands before every page.
    if (!location.searchStr.includes('error=')) throw redirect({ to: pages.plans });
  },
  component: lazyRouteComponent(() => import('./plan/plans-page.tsx'), 'PlansPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    home,
    signIn,
    setup,
    forgotten,
    choosePassword,
    letters,
    account,
    invitation,
    people,
    inviteTable,
    person,
    rights,
    myWork,
    manyWork,
    part,
    evidence,
    calendar,
    reminders,
    noticeRules,
    controlRoom,
    board,
    yearOfWork,
    leader,
    plans,
    plan,
    print,
    schedule,
    upload,
    review,
    findings,
    history,
    audit,
    task,
    agencies,
    agency,
    reforms,
    reform,
  ]),
  defaultPendingComponent: Loading,
  defaultPreload: 'intent',
  scrollRestoration: true,
});
