import { refusal } from '../kernel/refusal.ts';
import { accept, type Result, refuse } from '../kernel/result.ts';
import { DEFAULT_RULES, type NoticeRecipient, type NoticeRule, RECIPIENTS_OF } from './notice-rule.ts';
import { RULE_WORDS } from './notice-words.ts';

/** What a province may set of a rule; what calls for it is fixed. */
export interface RuleChoice {
  readonly id: string;
  readonly days: number;
  readonly to: readonly NoticeRecipient[];
  readonly enabled: boolean;
}

const MOST_DAYS = 60;

/** The rules as the province wants them, or everything that stands in the way. */
export function decideRules(choices: readonly RuleChoice[]): Result<readonly NoticeRule[]> {
  const chosen = new Map(choices.map((choice) => [choice.id, choice]));
  const rules = DEFAULT_RULES.map((rule) => ({ ...rule, ...chosen.get(rule.id) }));
  const refusals = rules.flatMap((rule) => {
    const name = RULE_WORDS[rule.id] ?? rule.id;
    return [
      ...(Number.isInteger(rule.days) && rule.days >= leastDays(rule) && rule.days <= MOST_DAYS
        ? []
        : [refusal('notice-rule-days', { rule: name, least: leastDays(rule), most: MOST_DAYS })]),
      ...(rule.to.length > 0 && rule.to.every((one) => RECIPIENTS_OF[rule.trigger].includes(one))
        ? []
        : [refusal('notice-rule-recipients', { rule: name })]),
    ];
  });
  if (refusals.length > 0) return refuse(...refusals);
  for (const trigger of ['before-due', 'late'] as const) {
    const days = rules.filter((rule) => rule.trigger === trigger).map((rule) => rule.days);
    const inOrder = days.toSorted((a, b) => (trigger === 'late' ? a - b : b - a));
    if (days.some((one, at) => one !== inOrder[at] || one === inOrder[at + 1]))
      return refuse(refusal('notice-rule-order'));
  }
  return accept(rules);
}

function leastDays({ trigger }: NoticeRule): number {
  return trigger === 'before-due' || trigger === 'late' ? 1 : 0;
}
