import type { NoticeRules, RulesInput } from '#contract/notice.ts';
import { accept, type Result } from '#domain/kernel/result.ts';
import { decideRules } from '#domain/notice/decide-rules.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { type Deps, inScope } from '../deps.ts';
import { loadRules, type ProvinceRules, saveRules } from './notice-rules.store.ts';

export function getRules(deps: Deps): Promise<NoticeRules> {
  return inScope(deps, async (tx) => presentRules(await loadRules(tx)));
}

/** Sets the rules of the province. What was reminded already stays; nobody is reminded anew of the same thing. */
export function updateRules(
  deps: Deps,
  { rules, sendAt, effectDays }: RulesInput,
): Promise<Result<NoticeRules>> {
  return inScope(deps, async (tx) => {
    const decided = decideRules(rules);
    if (!decided.ok) return decided;
    const before = await loadRules(tx);
    const after = { rules: decided.value, sendAt, effectDays };
    await saveRules(tx, after, { provinceId: deps.provinceId, now: deps.now() });
    await appendAudit(tx, deps, {
      act: 'notice.rules',
      subject: { kind: 'notice-rules', id: deps.provinceId, words: 'Quy tắc nhắc việc' },
      before: auditValues(before),
      after: auditValues(after),
    });
    return accept(presentRules(after));
  });
}

function auditValues({ rules, sendAt, effectDays }: ProvinceRules) {
  return {
    sendAt,
    effectDays,
    rules: Object.fromEntries(
      rules.map(({ id, days, to, enabled }) => [id, enabled ? `${days}: ${to.join(', ')}` : '–']),
    ),
  };
}

function presentRules({ rules, sendAt, effectDays }: ProvinceRules): NoticeRules {
  return { rules: rules.map((rule) => ({ ...rule, to: [...rule.to] })), sendAt, effectDays };
}
