import type { Mailer } from '../mail/mailer.ts';

/** What reminding needs beyond the database, given where everything is put together. */
export interface NoticeParts {
  readonly mailer: Mailer;
  /** Where links in letters lead; undefined where no letter is sent. */
  readonly publicUrl: string | undefined;
}
