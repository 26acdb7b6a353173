import type { BaseDeps } from '../deps.ts';
import type { NoticeParts } from './notice-parts.ts';
import { planReminders } from './plan-reminders.ts';
import { sendDigests } from './send-digests.ts';

/** What the job does each time: plan what is due, then send what may leave now. */
export async function remind(deps: BaseDeps, parts: NoticeParts, signal?: AbortSignal): Promise<void> {
  await planReminders(deps, parts);
  await sendDigests(deps, parts, signal);
}
