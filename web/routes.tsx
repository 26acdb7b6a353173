import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { Shell } from './shell.tsx';

const root = createRootRoute({ component: Shell });

/** What the plan page shows, kept in its address. */
const PlanView = z.object({
  q: z.optional(z.string()),
  agency: z.optional(z.string()),
  role: z.optional(z.enum(['lead', 'coordinate', 'oversee'])),
  deadline: z.optional(z.string()),
  target: z.optional(z.string()),
  finding: z.optional(z.string()),
  area: z.optional(z.string()),
});
export type PlanView = z.infer<typeof PlanView>;

const routes = [
  createRoute({
    getParentRoute: () => root,
    path: '/',
    component: lazyRouteComponent(() => import('./plan/plans-page.tsx'), 'PlansPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/ke-hoach/$planId',
    validateSearch: (search) => PlanView.safeParse(search).data ?? {},
    component: lazyRouteComponent(() => import('./plan/plan-page.tsx'), 'PlanPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/ke-hoach/$planId/ra-soat',
    component: lazyRouteComponent(() => import('./plan/findings-page.tsx'), 'FindingsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/ke-hoach/$planId/co-quan',
    component: lazyRouteComponent(() => import('./agency/agencies-page.tsx'), 'AgenciesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/nhiem-vu/$taskId',
    component: lazyRouteComponent(() => import('./task/task-page.tsx'), 'TaskPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/co-quan/$agencyId',
    component: lazyRouteComponent(() => import('./agency/agency-page.tsx'), 'AgencyPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/nhap',
    component: lazyRouteComponent(() => import('./plan/upload-page.tsx'), 'UploadPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/nhap/$importId',
    component: lazyRouteComponent(() => import('./plan/import-page.tsx'), 'ImportPage'),
  }),
];

export const router = createRouter({ routeTree: root.addChildren(routes), scrollRestoration: true });
