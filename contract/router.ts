import { delegation, handover, invitation, person, post } from './access.ts';
import { agency } from './agency.ts';
import { audit } from './audit.ts';
import { calendar } from './calendar.ts';
import { evidence } from './evidence.ts';
import { indicator } from './indicator.ts';
import { feed } from './notice/feed.ts';
import { letter } from './notice/letter.ts';
import { notice } from './notice.ts';
import { schedule } from './plan/schedule.ts';
import { plan } from './plan.ts';
import { account, demo, password, session, setup } from './session.ts';
import { overview } from './task/overview.ts';
import { progressTable } from './task/progress-table.ts';
import { work } from './task/work.ts';
import { task } from './task.ts';

/** Every act of the product. File downloads (exports, the source document) are plain routes: server/plan/plan.downloads.ts. */
export const contract = {
  session,
  account,
  password,
  setup,
  demo,
  person,
  invitation,
  post,
  delegation,
  handover,
  indicator,
  audit,
  calendar,
  agency,
  plan,
  schedule,
  task,
  work,
  progressTable,
  evidence,
  notice,
  letter,
  feed,
  overview,
};
