import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Evidence } from '#contract/evidence.ts';
import type { FactName } from '#domain/evidence/document-facts.ts';
import { TYPE_NAMES } from '#domain/evidence/document-type.ts';
import { api } from '../api.ts';
import { t } from '../i18n/translate.ts';
import { ActForm } from '../ui/act-form.tsx';
import { Choice } from '../ui/choice.tsx';
import { DayField } from '../ui/day-field.tsx';
import { DAY_FACTS, formatFact, formatFactName, listFacts } from './evidence-words.ts';

interface FactsFormProps {
  readonly evidence: Evidence;
  readonly mayCorrect: boolean;
  readonly onDone: () => void;
}

type Values = Readonly<Partial<Record<FactName, string>>>;

/** What was read of a document beside the words it was read from, to be set right where it was read wrong. */
export function FactsForm({ evidence, mayCorrect, onDone }: FactsFormProps) {
  const queries = useQueryClient();
  const facts = listFacts(evidence);
  const [values, setValues] = useState<Values>(() =>
    Object.fromEntries(facts.flatMap(({ name, fact }) => (fact.value === null ? [] : [[name, fact.value]]))),
  );
  const changed = facts.flatMap(({ name, fact }) => {
    const value = values[name]?.trim() ?? '';
    return value === (fact.value ?? '') ? [] : [{ fact: name, value: value === '' ? null : value }];
  });
  const correct = useMutation({
    mutationFn: () => api.evidence.correct({ evidenceId: evidence.id, corrections: changed }),
    onSuccess: async () => {
      await queries.invalidateQueries();
      onDone();
    },
  });
  if (!mayCorrect)
    return (
      <dl className="facts">
        {facts.map(({ name, fact }) => (
          <div key={name} className="fact">
            <dt>{formatFactName(name)}</dt>
            <dd>{fact.value === null ? '–' : formatFact(name, fact.value)}</dd>
          </div>
        ))}
      </dl>
    );
  return (
    <ActForm
      words={t('Lưu')}
      act={correct}
      isReady={changed.length > 0}
      onSubmit={() => correct.mutate()}
      onCancel={onDone}
    >
      {facts.map(({ name, fact }) => (
        <div key={name}>
          <FactField
            name={name}
            value={values[name]}
            onChange={(value) => setValues({ ...values, [name]: value ?? '' })}
          />
          {fact.read === null ? null : (
            <p className="small dim evidence-line">{t('Đọc được: {words}', { words: fact.read.words })}</p>
          )}
        </div>
      ))}
    </ActForm>
  );
}

function FactField({
  name,
  value,
  onChange,
}: {
  readonly name: FactName;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}) {
  const label = formatFactName(name);
  const held = value === '' ? undefined : value;
  if (DAY_FACTS.includes(name)) return <DayField label={label} value={held} onChoose={onChange} />;
  if (name === 'type')
    return (
      <Choice
        label={label}
        placeholder={t('Chọn loại')}
        value={held}
        options={TYPE_NAMES.map((type) => ({ value: type, label: type }))}
        onChoose={onChange}
      />
    );
  return (
    <TextInput label={label} value={value ?? ''} onChange={(event) => onChange(event.currentTarget.value)} />
  );
}
