import { Checkbox, Group, MultiSelect, NumberInput, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { NoticeRules } from '#contract/notice.ts';
import { NOTICE_RECIPIENTS, type NoticeTrigger, RECIPIENTS_OF } from '#domain/notice/notice-rule.ts';
import { ActButton } from '../act-button.tsx';
import { api, explainFailure } from '../api.ts';
import { t } from '../i18n/translate.ts';
import { useAccess } from '../session.tsx';
import { Failure } from '../ui/state.tsx';
import { ClockField } from './clock-field.tsx';
import { recipientName, ruleName } from './notice-names.ts';
import { rulesQuery } from './notice-queries.ts';

type Rule = NoticeRules['rules'][number];

/** What the number of days counts from; undefined where a reminder comes at once. */
function daysWords(trigger: NoticeTrigger): string | undefined {
  switch (trigger) {
    case 'before-due':
    case 'unconfirmed':
      return t('ngày làm việc trước hạn');
    case 'late':
      return t('ngày làm việc sau hạn');
    case 'review':
    case 'silent':
    case 'next-passed':
    case 'blocked':
      return t('ngày làm việc sau đó');
    default:
      return undefined;
  }
}

/** The rules of the province, with the hour of letters; shown to whoever may not change them as well. */
export function RulesForm({ rules: held }: { readonly rules: NoticeRules }) {
  const queries = useQueryClient();
  const mayChange = useAccess('notice.rules').allowed;
  const [draft, setDraft] = useState(held);
  const save = useMutation({
    mutationFn: () =>
      api.notice.updateRules({ ...draft, rules: draft.rules.map(({ trigger, ...rule }) => rule) }),
    onSuccess: (saved) => queries.setQueryData(rulesQuery.queryKey, saved),
  });
  const update = (id: string, over: Partial<Rule>) => {
    save.reset();
    setDraft({ ...draft, rules: draft.rules.map((rule) => (rule.id === id ? { ...rule, ...over } : rule)) });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <Stack gap="md">
        <ul className="notice-rules" aria-label={t('Quy tắc')}>
          {draft.rules.map((rule) => (
            <RuleRow
              key={rule.id}
              rule={rule}
              isDisabled={!mayChange}
              onChange={(over) => update(rule.id, over)}
            />
          ))}
        </ul>
        <Group align="flex-end" gap="sm">
          <ClockField
            label={t('Giờ gửi thư')}
            value={draft.sendAt}
            isDisabled={!mayChange}
            onChoose={(sendAt) => setDraft({ ...draft, sendAt })}
          />
          <NumberInput
            label={t('Tính là làm theo trong (ngày làm việc)')}
            w={290}
            min={1}
            max={30}
            allowDecimal={false}
            value={draft.effectDays}
            disabled={!mayChange}
            onChange={(value) => setDraft({ ...draft, effectDays: Number(value) })}
          />
        </Group>
        {save.error === null ? null : (
          <Failure title={t('Không lưu được')} sentences={explainFailure(save.error)} />
        )}
        <Group gap="sm" className="no-print">
          <ActButton
            act="notice.rules"
            loading={save.isPending}
            disabled={JSON.stringify(draft) === JSON.stringify(held)}
            onClick={() => save.mutate()}
          >
            {t('Lưu quy tắc')}
          </ActButton>
          <Text size="sm" c="dimmed">
            {t('Đổi quy tắc không nhắc lại điều đã nhắc.')}
          </Text>
        </Group>
      </Stack>
    </form>
  );
}

function RuleRow({
  rule,
  isDisabled,
  onChange,
}: {
  readonly rule: Rule;
  readonly isDisabled: boolean;
  readonly onChange: (over: Partial<Rule>) => void;
}) {
  const name = ruleName(rule.id);
  const words = daysWords(rule.trigger);
  const allowed = RECIPIENTS_OF[rule.trigger];
  return (
    <li className="notice-rule">
      <Checkbox
        label={name}
        checked={rule.enabled}
        disabled={isDisabled}
        onChange={(event) => onChange({ enabled: event.currentTarget.checked })}
      />
      {words === undefined ? (
        <span className="dim small">{t('trong ngày')}</span>
      ) : (
        <Group gap="xs" wrap="nowrap">
          <NumberInput
            aria-label={t('{rule}: số ngày', { rule: name })}
            w={72}
            min={0}
            max={60}
            allowDecimal={false}
            value={rule.days}
            disabled={isDisabled || !rule.enabled}
            onChange={(value) => onChange({ days: Number(value) })}
          />
          <span className="small">{words}</span>
        </Group>
      )}
      <MultiSelect
        aria-label={t('{rule}: người nhận', { rule: name })}
        value={rule.to}
        data={allowed.map((value) => ({ value, label: recipientName(value) }))}
        disabled={isDisabled || !rule.enabled}
        onChange={(chosen) => onChange({ to: NOTICE_RECIPIENTS.filter((one) => chosen.includes(one)) })}
      />
    </li>
  );
}
