/** The only source of the addresses of pages. */
export const paths = {
  plans: () => '/',
  plan: (planId: string) => `/ke-hoach/${planId}`,
  findings: (planId: string) => `/ke-hoach/${planId}/ra-soat`,
  agencies: (planId: string) => `/ke-hoach/${planId}/co-quan`,
  task: (taskId: string) => `/nhiem-vu/${taskId}`,
  agency: (agencyId: string) => `/co-quan/${agencyId}`,
  upload: () => '/nhap',
  import: (importId: string) => `/nhap/${importId}`,
  exportDocx: (planId: string) => `/api/plans/${planId}/export.docx`,
  exportXlsx: (planId: string) => `/api/plans/${planId}/export.xlsx`,
  sourceFile: (importId: string) => `/api/imports/${importId}/file`,
} as const;
