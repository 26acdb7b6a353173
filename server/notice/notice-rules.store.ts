import { sql } from 'kysely';
import { DEFAULT_SEND_AT } from '#domain/notice/digest-time.ts';
import { DEFAULT_RULES, type NoticeRule } from '#domain/notice/notice-rule.ts';
import type { Tx } from '../db/executor.ts';

export interface ProvinceRules {
  readonly rules: readonly NoticeRule[];
  /** HH:MM on the clock of Việt Nam. */
  readonly sendAt: string;
  readonly effectDays: number;
}

const DEFAULT_EFFECT_DAYS = 3;

/** The rules in force: what the province changed over what comes with the product. */
export async function loadRules(tx: Tx): Promise<ProvinceRules> {
  const { rows } = await sql<ProvinceRules>`
    select rules, send_at as "sendAt", effect_days as "effectDays" from notice_rules`.execute(tx);
  const [held] = rows;
  if (held === undefined)
    return { rules: DEFAULT_RULES, sendAt: DEFAULT_SEND_AT, effectDays: DEFAULT_EFFECT_DAYS };
  const changed = new Map(held.rules.map((rule) => [rule.id, rule]));
  return { ...held, rules: DEFAULT_RULES.map((rule) => ({ ...rule, ...changed.get(rule.id) })) };
}

export async function saveRules(
  tx: Tx,
  { rules, sendAt, effectDays }: ProvinceRules,
  at: { readonly provinceId: string; readonly now: Temporal.Instant },
): Promise<void> {
  await sql`
    insert into notice_rules (province_id, rules, send_at, effect_days, recorded_at)
    values (${at.provinceId}, ${JSON.stringify(rules)}::jsonb, ${sendAt}, ${effectDays}, ${at.now.toString()})
    on conflict (province_id) do update set rules = excluded.rules, send_at = excluded.send_at,
      effect_days = excluded.effect_days, recorded_at = excluded.recorded_at`.execute(tx);
}
