/** The only source of the addresses of pages and downloads. `$name` marks what a page is about. */
export const pages = {
  setup: '/thiet-lap',
  forgotten: '/quen-mat-khau',
  choosePassword: '/dat-mat-khau',
  signIn: '/dang-nhap',
  account: '/tai-khoan',
  plans: '/ke-hoach',
  plan: '/ke-hoach/$planId',
  print: '/ke-hoach/$planId/in',
  task: '/nhiem-vu/$taskId',
  upload: '/nhap',
  review: '/nhap/$importId',
  agencies: '/co-quan',
  agency: '/co-quan/$agencyId',
  findings: '/ra-soat',
  history: '/lich-su',
  audit: '/quan-tri/nhat-ky',
} as const;

function fill(page: string, id: string): string {
  return page.replace(/\$\w+/, encodeURIComponent(id));
}

export const paths = {
  home: () => '/',
  forgotten: () => pages.forgotten,
  account: () => pages.account,
  plans: () => pages.plans,
  plan: (planId: string) => fill(pages.plan, planId),
  print: (planId: string) => fill(pages.print, planId),
  task: (taskId: string) => fill(pages.task, taskId),
  upload: () => pages.upload,
  review: (importId: string) => fill(pages.review, importId),
  agencies: () => pages.agencies,
  agency: (agencyId: string) => fill(pages.agency, agencyId),
  findings: () => pages.findings,
  history: () => pages.history,
  audit: () => pages.audit,
  exportAuditLines: () => '/api/audit/export.jsonl',
  exportAuditXlsx: () => '/api/audit/export.xlsx',
  exportDocx: (planId: string) => `/api/plans/${planId}/export.docx`,
  exportXlsx: (planId: string) => `/api/plans/${planId}/export.xlsx`,
  sourceFile: (importId: string) => `/api/imports/${importId}/file`,
  imports: () => '/api/imports',
} as const;
