import type { WorkingDays } from '#domain/notice/working-days.ts';
import type { Tx } from '../db/executor.ts';
import type { BaseDeps } from '../deps.ts';
import type { Mailer } from '../mail/mailer.ts';

/** What reminding needs beyond the database, given where everything is put together. */
export interface NoticeParts {
  readonly loadCalendar: (tx: Tx, deps: BaseDeps) => Promise<WorkingDays>;
  readonly mailer: Mailer;
  /** Where links in letters lead; undefined where no letter is sent. */
  readonly publicUrl: string | undefined;
}
