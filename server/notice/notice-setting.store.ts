import { sql } from 'kysely';
import { DEFAULT_QUIET, type MailChoice } from '#domain/notice/digest-time.ts';
import type { Tx } from '../db/executor.ts';

export interface NoticeSetting {
  readonly mail: MailChoice;
  readonly quietFrom: string;
  readonly quietTo: string;
}

export async function findSetting(tx: Tx, personId: string | null): Promise<NoticeSetting> {
  const { rows } = await sql<NoticeSetting>`
    select mail, quiet_from as "quietFrom", quiet_to as "quietTo" from notice_setting
    where person_id = ${personId}`.execute(tx);
  return rows[0] ?? { mail: 'daily', quietFrom: DEFAULT_QUIET.from, quietTo: DEFAULT_QUIET.to };
}

export async function saveSetting(
  tx: Tx,
  setting: NoticeSetting,
  at: { readonly provinceId: string; readonly personId: string; readonly now: Temporal.Instant },
): Promise<void> {
  await sql`
    insert into notice_setting (province_id, person_id, mail, quiet_from, quiet_to, recorded_at)
    values (${at.provinceId}, ${at.personId}, ${setting.mail}, ${setting.quietFrom}, ${setting.quietTo}, ${at.now.toString()})
    on conflict (province_id, person_id) do update set mail = excluded.mail, quiet_from = excluded.quiet_from,
      quiet_to = excluded.quiet_to, recorded_at = excluded.recorded_at`.execute(tx);
}
